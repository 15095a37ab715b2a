insert into invitation (organization_id, team_id, code_digest, kind, role, issued_by, sealed_code, created_at, expires_at)
select s.organization_id, null, '\x24', 'TEAM_WIDE', 'PARTICIPANT', s.id, '\x01000000aa', '2026-03-03 09:00+09', '2027-03-03 00:00+09'
from staff s order by s.id limit 1;
