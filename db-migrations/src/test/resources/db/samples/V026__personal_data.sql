insert into blind_key (organization_id, sealed) values (1, '\x0100000001ff');
insert into personal_data (member_id, organization_id, sealed, held, search_tokens, consent_on, consent_by, recorded_by, recorded_at)
values (1, 1, '\x0100000001ff', array['NAME', 'PHONE'], array['01', '02'], '2026-03-01', 'SELF', 1, '2026-03-01 09:00+09');
