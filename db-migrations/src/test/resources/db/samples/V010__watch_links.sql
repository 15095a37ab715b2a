insert into watch_end (organization_id, participant_id, watcher_id, ended_at)
values (1, 1, 3, '2026-03-01 08:00+09');
