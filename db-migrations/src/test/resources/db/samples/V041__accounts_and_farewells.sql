insert into farewell (member_id, organization_id, line_user_id, kept_until)
values (9001, 1, 'U9001', '2026-01-09 08:00+09');
