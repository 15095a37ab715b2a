insert into organization (key, name, preset, created_at)
values ('midori', 'みどり市', 'CONNECT_HEART', '2026-01-05 00:00+09'),
       ('aoba', 'あおば町社会福祉協議会', 'DAILY_REPORT', '2026-02-01 00:00+09');
insert into terms_version (organization_id, version, body, published_at)
values (1, 1, 'やくそく', '2026-01-05 00:00+09'), (1, 2, 'あたらしい やくそく', '2026-06-01 00:00+09');
insert into member (organization_id, number, line_user_id, nickname, participant_since, watcher_since, registered_at, blocked_at)
values (1, '1001-2', 'U01', '髙橋', '2026-01-06 08:00+09', null, '2026-01-06 08:00+09', null),
       (1, '1002-3', 'U02', null, null, '2026-01-06 09:00+09', '2026-01-06 09:00+09', '2026-03-01 00:00+09'),
       (1, '1003-4', 'U03', '👵🏽', '2026-01-07 08:00+09', '2026-02-07 08:00+09', '2026-01-07 08:00+09', null);
insert into consent (organization_id, member_id, terms_version, given_at)
values (1, 1, 1, '2026-01-06 08:00+09'), (1, 1, 2, '2026-06-02 08:00+09');
insert into team (organization_id, kind, name, lead_id, lead_role, created_at)
values (1, 'PERSONAL', '1001-2 のチーム', 1, 'PARTICIPANT', '2026-01-06 08:05+09'),
       (1, 'PERSONAL', 'チーム 2', null, 'WATCHER', '2026-01-06 08:05+09'),
       (1, 'AREA', '北地区', null, null, '2026-01-05 08:05+09');
insert into team_membership (organization_id, team_id, member_id, role, joined_at)
values (1, 1, 1, 'PARTICIPANT', '2026-01-06 08:05+09'), (1, 1, 2, 'WATCHER', '2026-01-06 09:00+09'),
       (1, 2, 3, 'PARTICIPANT', '2026-01-07 09:00+09'), (1, 2, 3, 'WATCHER', '2026-01-07 09:00+09');
insert into invitation (organization_id, team_id, code_digest, kind, role, inviter_id, created_at, expires_at, revoked_at, used_at)
values (1, 1, '\x01', 'SINGLE_USE', 'WATCHER', 1, '2026-01-06 08:05+09', '2026-01-13 08:05+09', null, '2026-01-06 09:00+09'),
       (1, 3, '\x02', 'TEAM_WIDE', null, null, '2026-01-06 08:05+09', '2026-01-13 08:05+09', '2026-01-07 09:00+09', null);
insert into invitation_guess (organization_id, line_user_id, failed_at, locked_until, forget_at)
values (1, 'U09', array['2026-01-06 08:05+09'::timestamptz], '2026-01-07 08:05+09', '2026-01-07 08:05+09');
insert into page_link (token_digest, organization_id, member_id, purpose, about_id, expires_at, used_at)
values ('\x03', 1, 2, 'WATCHED', 1, '2026-01-06 10:10+09', '2026-01-06 10:05+09');
