-- Who comes into a team takes nobody's watcher away: by it nobody comes to have nobody to tell, and whoever has somebody now
-- is struck off. So those who join at the same moment need not wait for each other. Together they hold off whoever may take a
-- watcher away, or bring one within reach, and those hold off them. In one team a watcher and the participants go one after
-- the other still, for neither would see the other come.

create function note_somebody_to_tell(people bigint[]) returns void language sql as $$
    with told as (
        -- In one order: of two who join, each watching the same two, neither waits for the other in a circle.
        select n.member_id from nobody_to_tell n
        where n.member_id = any(people)
          and exists (select from watch_in_reach l where l.participant_id = n.member_id)
        order by n.member_id for update of n)
    delete from nobody_to_tell n using told where n.member_id = told.member_id
$$;

create function team_joined() returns trigger language plpgsql as $$
declare
    joined record;
begin
    if (select count(distinct team_id) from moved) > 50 then
        -- Who brings in a whole town holds off everybody instead: PostgreSQL has no room for a lock of each team.
        perform one_at_a_time(array(select organization_id from moved));
    else
        -- The team first: whoever waits for a team does not hold off the others meanwhile.
        for joined in
            select team_id, bool_or(role = 'WATCHER') as watched from moved group by team_id order by team_id
        loop
            if joined.watched then
                perform pg_advisory_xact_lock(hashtextextended('joining team', joined.team_id));
            else
                perform pg_advisory_xact_lock_shared(hashtextextended('joining team', joined.team_id));
            end if;
        end loop;
        for joined in select distinct organization_id from moved order by organization_id loop
            perform pg_advisory_xact_lock_shared(hashtext('nobody_to_tell'), joined.organization_id);
        end loop;
    end if;
    perform note_somebody_to_tell(array(
        select member_id from moved where role = 'PARTICIPANT'
        union
        select p.member_id from moved w join team_membership p on p.team_id = w.team_id and p.role = 'PARTICIPANT'
        where w.role = 'WATCHER'));
    return null;
end $$;

drop trigger team_joined on team_membership;
create trigger team_joined after insert on team_membership
    referencing new table as moved for each statement execute function team_joined();

-- As before; but whom somebody watches is not concerned by it that they become a participant, which waits for nobody.
create or replace function member_changed() returns trigger language plpgsql as $$
declare
    begun bigint[] := array(
        select a.id from after_it a join before_it b on b.id = a.id
        where (a.participant_since is null) <> (b.participant_since is null));
    moved bigint[] := array(
        select a.id from after_it a join before_it b on b.id = a.id
        where (a.blocked_at is null) <> (b.blocked_at is null) or (a.died_at is null) <> (b.died_at is null));
begin
    if cardinality(begun) + cardinality(moved) > 0 then
        perform one_at_a_time(array(select organization_id from after_it where id = any(moved)));
        perform note_nobody_to_tell(array(
            select unnest(begun || moved) union select participant_id from watch_link where watcher_id = any(moved)));
    end if;
    return null;
end $$;
