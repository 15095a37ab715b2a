-- Two roles instead of one: the owner of the tables, with which the product migrates at its start, and the role with
-- which it works, which reads and writes rows and can neither make, alter, empty nor drop a table.
--
-- Once, as a superuser of the server, after `createdb --encoding=UTF8 --template=template0 anpi`:
--
--   psql --dbname=anpi --set=ON_ERROR_STOP=1 --file=database-roles.sql
--   psql --dbname=anpi --command='\password anpi_owner' --command='\password anpi'
--
-- Then in the properties: anpi.db.user=anpi, anpi.db.migration-user=anpi_owner, and both passwords. A database that an
-- earlier installation filled is taken over: its tables go to the owner. May be run again.

do $$
begin
    if not exists (select from pg_roles where rolname = 'anpi_owner') then
        create role anpi_owner;
    end if;
    if not exists (select from pg_roles where rolname = 'anpi') then
        create role anpi;
    end if;
end $$;
alter role anpi_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
alter role anpi login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;

do $$
declare
    object record;
begin
    execute format('alter database %I owner to anpi_owner', current_database());
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to anpi', current_database());
    -- What was made before the roles were.
    for object in
        select format('alter table %s owner to anpi_owner', c.oid::regclass) as change
        from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
        union all
        -- A sequence of an identity column goes with its table.
        select format('alter sequence %s owner to anpi_owner', c.oid::regclass)
        from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'S'
          and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i'))
        union all
        select format('alter routine %s owner to anpi_owner', p.oid::regprocedure)
        from pg_proc p
        where p.pronamespace = 'public'::regnamespace
          and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    loop
        execute object.change;
    end loop;
end $$;

alter schema public owner to anpi_owner;
revoke all on schema public from public;
grant usage on schema public to anpi;
grant select, insert, update, delete on all tables in schema public to anpi;
grant usage on all sequences in schema public to anpi;

-- What the owner makes from now on.
alter default privileges for role anpi_owner in schema public grant select, insert, update, delete on tables to anpi;
alter default privileges for role anpi_owner in schema public grant usage on sequences to anpi;
