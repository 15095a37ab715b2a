insert into outage (kind, organization_id, began_at, ended_at) values ('LINE', 1, '2026-01-08 03:00+09', null);
insert into channel_contact (organization_id, way, proven_at, failed_since, failed_last_at, outage_at, next_question_at)
values (1, 'OUT', '2026-01-08 03:00+09', '2026-01-08 03:00+09', '2026-01-08 03:10+09', '2026-01-08 03:11+09',
        '2026-01-08 03:15+09'),
       (1, 'IN', '2026-01-08 02:50+09', null, null, null, null);
update check_in set put_off_until = '2026-01-09 11:01+09';
