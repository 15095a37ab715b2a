insert into second_factor (staff_id, organization_id, sealed, confirmed_at, last_step)
values (1, 1, '\x01000000017f', '2026-03-01 08:00+09', 59000000);
insert into recovery_code (staff_id, code_digest) values (1, '\x06');
