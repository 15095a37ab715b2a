insert into sealing_key (key_id, proof, added_at, look_at) values (7, '\x0100000007', '2026-01-05 00:00+09', '2026-02-05 00:00+09');
insert into contact_address (organization_id, member_id, way, sealed, created_at, confirmed_at)
values (1, 2, 'MAIL', '\x010000000709', '2026-01-06 09:00+09', '2026-01-06 09:10+09'),
       (1, 2, 'MAIL', '\x010000000708', '2026-01-07 09:00+09', null),
       (1, null, 'MAIL', '\x010000000707', '2026-01-05 00:00+09', '2026-01-05 00:10+09');
insert into address_confirmation (token_digest, organization_id, address_id, expires_at) values ('\x04', 1, 2, '2026-01-08 09:00+09');
insert into confirmation_request (organization_id, member_id, asked_at) values (1, 2, '2026-01-06 09:00+09');
insert into urgent_delivery (id, organization_id, address_id, recipient_id, kind, content, incident_ids, step, state,
                             next_attempt_at, attempts, maybe_seen, created_at, settled_at)
values ('00000000-0000-4000-8000-000000000013', 1, 1, 2, 'ALERT', '{"number": "1001-2"}', array[1], 1, 'ACCEPTED',
        '2026-01-08 11:11+09', 1, true, '2026-01-08 11:11+09', '2026-01-08 11:11+09');
