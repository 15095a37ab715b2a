insert into staff (organization_id, user_name, display_name, role, password_hash, password_to_change, created_at, last_day, ended_at)
values (1, 'admin', 'システム管理者', 'SYSTEM_ADMINISTRATOR', 'PBKDF2WithHmacSHA512:1:AA==:AA==', false, '2026-01-05 00:00+09', null, null),
       (1, 'minsei', '民生委員', 'COMMISSIONER', 'PBKDF2WithHmacSHA512:1:AA==:AA==', true, '2026-01-05 00:00+09', '2027-03-31', null);
insert into staff_scope (staff_id, team_id) values (2, 3);
insert into sign_in_attempt (user_digest, attempts, first_at, locked_until, forget_at)
values ('\x04', 5, '2026-03-01 08:00+09', '2026-03-01 08:15+09', '2026-03-01 08:15+09');
insert into audit_entry (organization_id, at, staff_id, staff_name, action, about, note, address, digest)
values (1, '2026-03-01 08:00+09', 1, 'admin', 'SIGNED_IN', null, null, '192.0.2.1', '\x05');
