insert into team_rules (team_id, organization_id, policy_id)
select 3, 1, min(id) from escalation_policy where organization_id = 1;

-- Watchers who have blocked us: one confirmed an address, one has not yet, and one who had has died.
insert into member (id, organization_id, number, line_user_id, participant_since, watcher_since, registered_at, blocked_at, died_at)
values (101, 1, '2001-1', 'U101', '2026-01-08 08:00+09', null, '2026-01-08 08:00+09', null, null),
       (102, 1, '2002-2', 'U102', '2026-01-08 08:00+09', null, '2026-01-08 08:00+09', null, null),
       (103, 1, '2003-3', 'U103', '2026-01-08 08:00+09', null, '2026-01-08 08:00+09', null, null),
       (104, 1, '2004-4', 'U104', null, '2026-01-08 09:00+09', '2026-01-08 09:00+09', '2026-04-01 00:00+09', null),
       (105, 1, '2005-5', 'U105', null, '2026-01-08 09:00+09', '2026-01-08 09:00+09', '2026-04-01 00:00+09', null),
       (106, 1, '2006-6', 'U106', null, '2026-01-08 09:00+09', '2026-01-08 09:00+09', '2026-04-01 00:00+09', '2026-05-01 00:00+09');
insert into team (id, organization_id, kind, name, lead_id, lead_role, created_at)
values (101, 1, 'PERSONAL', '2001-1 のチーム', 101, 'PARTICIPANT', '2026-01-08 08:05+09'),
       (102, 1, 'PERSONAL', '2002-2 のチーム', 102, 'PARTICIPANT', '2026-01-08 08:05+09'),
       (103, 1, 'PERSONAL', '2003-3 のチーム', 103, 'PARTICIPANT', '2026-01-08 08:05+09');
insert into team_membership (organization_id, team_id, member_id, role, joined_at)
values (1, 101, 101, 'PARTICIPANT', '2026-01-08 08:05+09'), (1, 101, 104, 'WATCHER', '2026-01-08 09:00+09'),
       (1, 102, 102, 'PARTICIPANT', '2026-01-08 08:05+09'), (1, 102, 105, 'WATCHER', '2026-01-08 09:00+09'),
       (1, 103, 103, 'PARTICIPANT', '2026-01-08 08:05+09'), (1, 103, 106, 'WATCHER', '2026-01-08 09:00+09');
insert into contact_address (organization_id, member_id, way, sealed, created_at, confirmed_at)
values (1, 104, 'MAIL', '\x010000000704', '2026-01-08 09:00+09', '2026-01-08 09:10+09'),
       (1, 105, 'MAIL', '\x010000000705', '2026-01-08 09:00+09', null),
       (1, 106, 'MAIL', '\x010000000706', '2026-01-08 09:00+09', '2026-01-08 09:10+09');
