insert into outbox_message (id, organization_id, priority, kind, content, recipient_ids, reference_ids, reference_from,
                            reference_until, state, next_attempt_at, attempts, outcome_unknown, last_error, created_at)
values ('00000000-0000-4000-8000-000000000001', 1, 1, 'QUESTION', '{"step": 0}', array[1, 3], array[1, 2],
        '2026-01-07 08:00+09', '2026-01-07 08:00+09', 'READY', '2026-01-07 08:00+09', 2, true, '500', '2026-01-07 08:00+09');
insert into message_quota (organization_id, monthly_limit, used, read_at, next_read_at, last_error)
values (1, 30000, 12, '2026-01-07 08:00+09', '2026-01-07 09:00+09', null);
