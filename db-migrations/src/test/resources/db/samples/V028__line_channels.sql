insert into line_channel (organization_id, channel_id, basic_id, account_name, sealed, long_lived_token, saved_at, version)
values (1, '2000000001', '@123abcde', 'みどり市見守り', '\x0100000001ff', false, '2026-03-01 09:00+09', 2);
