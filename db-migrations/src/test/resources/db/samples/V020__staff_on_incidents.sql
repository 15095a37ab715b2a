update incident set assignee_id = 1, next_step = '訪問する', next_step_at = '2026-01-08 13:00+09' where id = 1;
insert into incident_entry (organization_id, incident_id, at, kind, actor, staff_id, method, result, note, next_step, next_step_at)
values (1, 1, '2026-01-08 12:30+09', 'CONTACT', 'STAFF', 1, 'PHONE', 'NO_ANSWER', '呼出音のみ', '訪問する', '2026-01-08 13:00+09');
