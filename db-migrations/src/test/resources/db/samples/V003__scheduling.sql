select ensure_month_partitions('2026-01-01');
insert into escalation_policy (organization_id, preset, created_at) values (1, 'CONNECT_HEART', '2026-01-05 00:00+09');
insert into escalation_step (policy_id, position, delay_minutes, missed_slots, action)
values (1, 0, 1440, null, 'REMIND'), (1, 1, null, 2, 'ALERT_WATCHERS');
insert into check_in_offer (organization_id, policy_id, intervals, hours_a_day, fixed_hour)
values (1, 1, array['P1D', 'P3D'], 1, 8);
insert into check_in_schedule (organization_id, subject_kind, subject_id, interval, hours, anchor_date, policy_id,
                               next_due_at, open_check_in_id, open_since, last_ok_at)
values (1, 'PARTICIPANT', 1, 'P1D', array[8], '2026-01-06', null, '2026-01-08 08:00+09', 1, '2026-01-07 08:00+09', null);
insert into pause (organization_id, schedule_id, first_day, last_day, reason, set_by, created_at)
values (1, 1, '2026-01-20', '2026-01-25', '旅行', 'PARTICIPANT', '2026-01-07 08:00+09');
insert into check_in (id, opened_at, organization_id, schedule_id, subject_kind, subject_id, state, policy_id, due_at, sent_at)
values (1, '2026-01-07 08:00+09', 1, 1, 'PARTICIPANT', 1, 'SENT', 1, '2026-01-07 08:00+09', '2026-01-07 08:01+09');
insert into check_in_log (organization_id, check_in_id, at, from_state, to_state, reason, actor)
values (1, 1, '2026-01-07 08:01+09', 'PENDING', 'SENT', 'ACCEPTED', 'SYSTEM');
insert into answer (organization_id, schedule_id, check_in_id, at, kind, source)
values (1, 1, 1, '2026-01-07 08:02+09', 'OK', 'BUTTON');
insert into heartbeat (id, alive_at) values (1, '2026-01-07 08:01+09');
insert into outage (kind, began_at, ended_at) values ('PROCESS', '2026-01-07 03:00+09', '2026-01-07 04:00+09');
