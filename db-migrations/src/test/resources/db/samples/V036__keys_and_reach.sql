update sealing_key set alive_at = '2026-02-05 00:00+09' where key_id = 7;
