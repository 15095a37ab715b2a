insert into announcement (organization_id, state, title, body, easy_body, audience, team_id, standing, reaches_away,
                          send_at, useful_until, written_by, submitted_by, approved_by, created_at, next_slice_at,
                          addressed_up_to, addressed, out_of_reach, accepted, refused, open_messages, begun_at, ended_at)
values (1, 'DONE', '防災訓練', '日曜の10時です。', 'にちようび 10じです。', 'EVERYONE', null, null, true,
        '2026-03-01 09:00+09', '2026-03-02 09:00+09', 11, 11, 12, '2026-02-27 09:00+09', null,
        3, 2, 1, 2, 0, 0, '2026-03-01 09:00+09', '2026-03-01 09:01+09'),
       (1, 'SENDING', '断水', '水が出ません。', null, 'TEAM', 3, null, false,
        null, null, 11, 11, 12, '2026-03-03 09:00+09', '2026-03-03 09:10+09', 1, 1, 0, 0, 0, 1, '2026-03-03 09:10+09', null),
       (2, 'DRAFT', 'お茶会', '来てください。', null, 'CHECK_IN', null, 'UNANSWERED', false,
        null, null, 21, null, null, '2026-03-03 09:00+09', null, 0, 0, 0, 0, 0, 0, null, null);
insert into announcement_log (organization_id, announcement_id, at, reason, to_state, staff_id, note)
values (1, 1, '2026-02-27 09:30+09', 'APPROVED', 'SCHEDULED', 12, null);
insert into announcement_refusal (message_id, announcement_id) values ('00000000-0000-4000-8000-000000000022', 1);
insert into announcement_rule (organization_id, approval_needed) values (2, false);
insert into message_template (organization_id, name, title, body, easy_body, written_by, changed_at)
values (1, '訓練', '防災訓練', '日曜の10時です。', null, 11, '2026-02-27 09:00+09');
