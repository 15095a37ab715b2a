insert into team (organization_id, kind, name, note, created_at, ended_at)
values (1, 'AREA', '旧団地', '第2土曜に集会所', '2026-01-05 08:05+09', '2026-06-05 08:05+09');
insert into ended_membership (organization_id, team_id, member_id, role, joined_at, lead)
select 1, t.id, 3, 'PARTICIPANT', '2026-01-07 09:00+09', true from team t where t.name = '旧団地';
