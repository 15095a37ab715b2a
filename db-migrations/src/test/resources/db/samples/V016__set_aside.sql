insert into set_aside (work, row_key, organization_id, since, attempts, last_failed_at, next_attempt_at, error)
values ('questions', '1', 1, '2026-03-01 08:00+09', 2, '2026-03-01 08:15+09', '2026-03-01 08:30+09',
        'IllegalArgumentException at Rhythm.of:31'),
       ('webhook', '01SAMPLEEVENT0000000000009', 1, '2026-03-01 08:00+09', 100, '2026-03-02 08:00+09', null,
        'EJBException < PSQLException 23514 at EventWorker.worked:99');
