-- Who blocked us is told all the same where they confirmed an address (E-9): who watches whom, as far as an alert would
-- reach the watcher in one way or another.

create view watch_in_reach as
select l.organization_id, l.team_id, l.participant_id, l.watcher_id
from watch_link l
join member w on w.id = l.watcher_id and w.died_at is null
where w.blocked_at is null
   or exists (select from contact_address a where a.member_id = w.id and a.confirmed_at is not null);

create or replace function note_nobody_to_tell(people bigint[]) returns void language sql as $$
    with affected as (
        select m.organization_id, m.id,
               m.participant_since is not null and m.died_at is null and not exists (
                   select from watch_in_reach l where l.participant_id = m.id) as alone
        from member m where m.id = any(people)),
    told as (
        delete from nobody_to_tell n using affected a where n.member_id = a.id and not a.alone)
    insert into nobody_to_tell (member_id, organization_id)
    select id, organization_id from affected where alone order by id
    on conflict do nothing
$$;

-- As before, and one organization does not wait for another: always in the same order.
create function one_at_a_time(organizations integer[]) returns void language plpgsql as $$
declare
    organization integer;
begin
    for organization in select distinct unnest(organizations) order by 1 loop
        perform pg_advisory_xact_lock(hashtext('nobody_to_tell'), organization);
    end loop;
end $$;

create or replace function member_changed() returns trigger language plpgsql as $$
declare
    changed bigint[] := array(
        select a.id from after_it a join before_it b on b.id = a.id
        where (a.blocked_at is null) <> (b.blocked_at is null) or (a.died_at is null) <> (b.died_at is null)
           or (a.participant_since is null) <> (b.participant_since is null));
begin
    if cardinality(changed) > 0 then
        -- Who only became a participant is locked by us and in no team yet: nobody else can change anything about them,
        -- and who comes by a team's invitation must not hold this lock while waiting for the team's.
        perform one_at_a_time(array(
            select a.organization_id from after_it a join before_it b on b.id = a.id
            where (a.blocked_at is null) <> (b.blocked_at is null) or (a.died_at is null) <> (b.died_at is null)));
        perform note_nobody_to_tell(array(
            select unnest(changed) union select participant_id from watch_link where watcher_id = any(changed)));
    end if;
    return null;
end $$;

create or replace function team_changed() returns trigger language plpgsql as $$
begin
    perform one_at_a_time(array(select organization_id from moved));
    perform note_nobody_to_tell(array(
        select member_id from moved where role = 'PARTICIPANT'
        union
        select p.member_id from moved w join team_membership p on p.team_id = w.team_id and p.role = 'PARTICIPANT'
        where w.role = 'WATCHER'));
    return null;
end $$;

create or replace function watch_end_changed() returns trigger language plpgsql as $$
begin
    perform one_at_a_time(array(select organization_id from moved));
    perform note_nobody_to_tell(array(select distinct participant_id from moved));
    return null;
end $$;

drop function one_at_a_time();

-- An address that counts, or counts no more, concerns those whom its owner watches. Also where LINE reaches the owner: of a
-- block and an address that go at the same moment the later must see the earlier.
create function addresses_changed(owners bigint[]) returns void language plpgsql as $$
begin
    if cardinality(owners) > 0 then
        perform one_at_a_time(array(select organization_id from member where id = any(owners)));
        perform note_nobody_to_tell(array(select distinct participant_id from watch_link where watcher_id = any(owners)));
    end if;
end $$;

create function address_moved() returns trigger language plpgsql as $$
begin
    perform addresses_changed(array(
        select distinct member_id from moved where member_id is not null and confirmed_at is not null));
    return null;
end $$;
create trigger address_given after insert on contact_address
    referencing new table as moved for each statement execute function address_moved();
create trigger address_removed after delete on contact_address
    referencing old table as moved for each statement execute function address_moved();

create function address_confirmed() returns trigger language plpgsql as $$
begin
    perform addresses_changed(array(
        select distinct a.member_id from after_it a join before_it b on b.id = a.id
        where a.member_id is not null and (a.confirmed_at is null) <> (b.confirmed_at is null)));
    return null;
end $$;
create trigger address_confirmed after update on contact_address
    referencing old table as before_it new table as after_it for each statement execute function address_confirmed();

select note_nobody_to_tell(array(select member_id from nobody_to_tell));
