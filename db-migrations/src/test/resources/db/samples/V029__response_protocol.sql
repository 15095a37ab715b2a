insert into protocol_step (organization_id, position, text, emergency_call, ended_at)
values (1, 1, '本人に電話する', null, null), (1, 2, '助けを求める声がする', 'AMBULANCE_119', null),
       (1, 3, '近所の方に聞く', null, '2026-02-01 09:00+09');
insert into incident_entry (organization_id, incident_id, at, kind, actor, staff_id, note, protocol_step_id, to_staff_id)
values (1, 1, '2026-01-08 12:31+09', 'CHECKED', 'STAFF', 1, '本人に電話する', 1, null),
       (1, 1, '2026-01-08 12:32+09', 'HANDED_OVER', 'STAFF', 1, '訪問をお願いします', null, 2);
