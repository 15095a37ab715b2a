package jp.anpi.membership.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import jp.anpi.foundation.Purge;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffTeams.Person;
import jp.anpi.membership.TeamEndings.Ended;
import jp.anpi.membership.TeamEndings.Sizes;
import jp.anpi.membership.TeamPart;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The SQL of ended teams: who is in one moves to a table of its own, and back. */
@ApplicationScoped
public class TeamEndingTable implements Purge {

    /** Whom no other team links to a watcher whom an alert would reach. */
    private static final String ALONE = """
             p.died_at is null and not exists (
                select from watch_in_reach l where l.participant_id = m.member_id and l.team_id <> :team)
            """;

    @Inject
    Jdbi jdbi;

    /** @param digest of who is in it and who would be alone: with the same numbers it may be others */
    record State(Sizes sizes, String digest) {}

    /** Of everybody in it, also of those whom the caller does not see. */
    State state(long team) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) filter (where role = 'PARTICIPANT') as participants,
                               count(*) filter (where role = 'WATCHER') as watchers,
                               count(*) filter (where alone) as alone,
                               encode(sha256(convert_to(coalesce(string_agg(
                                   concat_ws(' ', member_id, role, alone), ',' order by member_id, role), ''), 'UTF8')), 'hex')
                                   as digest
                        from (select m.member_id, m.role, m.role = 'PARTICIPANT' and %s as alone
                              from team_membership m join member p on p.id = m.member_id
                              where m.team_id = :team) everybody
                        """.formatted(ALONE))
                .bind("team", team)
                .map((row, context) -> new State(
                        new Sizes(row.getLong("participants"), row.getLong("watchers"), row.getLong("alone")),
                        row.getString("digest")))
                .one());
    }

    /** How many phones can be written to. */
    long reachable(long team) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select count(distinct p.id) from team_membership m
                        join member p on p.id = m.member_id and p.blocked_at is null and p.died_at is null
                        where m.team_id = :team
                        """).bind("team", team).mapTo(Long.class).one());
    }

    /** Who would have nobody to tell, as far as the caller sees them. */
    List<Person> alone(StaffCaller caller, long team, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select p.id, p.number, p.nickname, m.lead, p.blocked_at is null as reachable
                        from team_membership m join member p on p.id = m.member_id
                        where m.team_id = :team and m.role = 'PARTICIPANT' and %s and %s
                        order by p.id limit :most
                        """.formatted(StaffTeamTable.SEEN, ALONE))
                .bind("team", team)
                .bind("staff", caller.staffId())
                .bind("limited", caller.limited())
                .bind("most", most)
                .map((row, context) -> StaffTeamTable.person(row, caller))
                .list());
    }

    /** Locked until the end of the transaction. False where it is not there, or not in that state any more. */
    boolean lock(int organizationId, long team, boolean ended) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id from team where id = :team and organization_id = :organization and kind = 'AREA'
                          and (ended_at is not null) = :ended for update
                        """)
                .bind("team", team)
                .bind("organization", organizationId)
                .bind("ended", ended)
                .mapTo(Long.class)
                .findOne()
                .isPresent());
    }

    void end(long team, Instant now) {
        jdbi.useHandle(handle -> {
            mark(handle, team, now);
            move(handle, "team_membership", "ended_membership", team);
        });
    }

    void takeBack(long team) {
        jdbi.useHandle(handle -> {
            mark(handle, team, null);
            move(handle, "ended_membership", "team_membership", team);
        });
    }

    private static void mark(Handle handle, long team, Instant endedAt) {
        handle.createUpdate("update team set ended_at = :at, version = version + 1 where id = :team")
                .bind("at", endedAt)
                .bind("team", team)
                .execute();
    }

    private static void move(Handle handle, String from, String to, long team) {
        handle.createUpdate("""
                        with gone as (delete from %s where team_id = :team
                            returning organization_id, team_id, member_id, role, joined_at, lead)
                        insert into %s (organization_id, team_id, member_id, role, joined_at, lead)
                        select * from gone
                        """.formatted(from, to)).bind("team", team).execute();
    }

    /** Everybody who is in the team, or was when it ended. */
    List<TeamPart> parts(long team) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select m.member_id, bool_or(m.role = 'PARTICIPANT') as participant,
                               bool_or(m.role = 'WATCHER') as watcher, bool_or(m.lead) as lead,
                               exists (select from team_membership o join team t on t.id = o.team_id and t.kind = 'AREA'
                                       where o.member_id = m.member_id and o.team_id <> :team) as elsewhere
                        from (select member_id, role, lead from team_membership where team_id = :team
                              union all
                              select member_id, role, lead from ended_membership where team_id = :team) m
                        group by m.member_id order by m.member_id
                        """)
                .bind("team", team)
                .map((row, context) -> new TeamPart(
                        row.getLong("member_id"),
                        row.getBoolean("participant"),
                        row.getBoolean("watcher"),
                        row.getBoolean("lead"),
                        row.getBoolean("elsewhere")))
                .list());
    }

    List<Ended> ended(StaffCaller caller, Instant since, int days) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select t.id, t.name, t.ended_at,
                               (select count(distinct e.member_id) from ended_membership e where e.team_id = t.id) as people
                        from team t
                        where t.organization_id = :organization and t.ended_at > :since and %s
                        order by t.ended_at desc, t.id
                        """.formatted(StaffTeamTable.IN_REACH))
                .bind("organization", caller.organizationId())
                .bind("staff", caller.staffId())
                .bind("limited", caller.limited())
                .bind("since", since)
                .map((row, context) -> {
                    Instant at = row.getObject("ended_at", OffsetDateTime.class).toInstant();
                    Instant until = at.plus(Duration.ofDays(days));
                    return new Ended(row.getLong("id"), row.getString("name"), at, row.getLong("people"), until);
                })
                .list());
    }

    /** Who was in a team is forgotten some time after its end can be taken back no more. */
    @Override
    public int purge(Instant limit, int most) {
        return jdbi.withHandle(handle ->
                handle.createUpdate("""
                        delete from ended_membership where ctid in (
                            select m.ctid from ended_membership m join team t on t.id = m.team_id
                            where t.ended_at < :limit limit :most for update of m skip locked)
                        """).bind("limit", limit).bind("most", most).execute());
    }
}
