-- The months' tables are made by the owner of the tables, whoever asks: the product itself need not be allowed to make any.
do $$
begin
    execute format('alter function ensure_month_partitions(date) security definer set search_path = %I, pg_temp',
        current_schema());
end $$;
