insert into conversation (organization_id, line_user_id, updated_at, heard_at, lapsed)
values (1, 'Usample0000000000000000000000000009', '2026-01-08 11:01+09', '2026-01-01 11:00+09', true);
