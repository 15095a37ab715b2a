insert into outbox_message (id, organization_id, priority, kind, content, recipient_ids, reference_ids, next_attempt_at,
                            created_at)
values ('00000000-0000-4000-8000-000000000017', 1, 0, 'ALERT', '{"hours": "27", "number": "1001"}', array[2], array[1],
        '2026-03-02 11:00+09', '2026-03-02 11:00+09');
