insert into outbox_message (id, organization_id, priority, kind, content, recipient_ids, reference_ids, reference_from,
                            reference_until, state, next_attempt_at, postponed, held_since, created_at)
values ('00000000-0000-4000-8000-000000000012', 1, 2, 'QUESTION', '{}', array[1], array[1], '2026-01-27 08:00+09',
        '2026-01-27 08:00+09', 'HELD', '2026-01-27 08:00+09', true, '2026-01-27 08:00+09', '2026-01-27 08:00+09');
insert into message_quota (organization_id, monthly_limit, used, reported, sent, follow_ups, follow_ups_each, read_at,
                           next_read_at, refused_at, level)
values (2, 5000, 4990, 4980, 3, 30, 3, '2026-01-27 08:00+09', '2026-01-27 08:15+09', '2026-01-27 08:01+09', 'USED_UP');
