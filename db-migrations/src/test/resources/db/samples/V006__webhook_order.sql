insert into webhook_event (organization_id, id, occurred_at, received_at, arrived_at, payload, next_attempt_at)
values (1, 'E2', '2026-01-07 08:02+09', '2026-01-07 08:02+09', '2026-01-07 08:02:00.000001+09', '{}',
        '2026-01-07 08:02+09');
