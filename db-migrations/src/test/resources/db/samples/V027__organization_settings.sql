update organization set greeting = 'みどり市からのお知らせです。', desk_name = '高齢福祉課', desk_phone = '03-0000-0000',
    reviewed_at = '2026-03-01 09:00+09', version = 1 where id = 1;
update check_in_offer set default_hour = 9, version = 1 where organization_id = 1;
