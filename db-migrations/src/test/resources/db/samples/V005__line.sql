insert into webhook_event (organization_id, id, occurred_at, received_at, arrived_at, payload, next_attempt_at)
values (1, 'E1', '2026-01-07 08:02+09', '2026-01-07 08:02+09', '2026-01-07 08:02+09', '{}', '2026-01-07 08:02+09');
insert into conversation (organization_id, line_user_id, friend, step, data, updated_at)
values (1, 'U01', true, 'NICKNAME', '{"role": "PARTICIPANT"}', '2026-01-07 08:02+09');
