insert into district (organization_id, name, created_at, retired_at)
values (1, '北地区', '2026-01-05 00:00+09', null), (1, '旧南地区', '2026-01-05 00:00+09', '2026-03-01 00:00+09');
update team set district_id = 1, partner_kind = 'NEIGHBORHOOD_ASSOCIATION', partner_name = '北町会' where id = 3;
update member set district_id = 1 where id = 3;
insert into staff_scope (staff_id, district_id) values (2, 1);
