package jp.anpi.membership.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import jp.anpi.membership.Role;
import org.jdbi.v3.core.Jdbi;

/** The SQL of who watches whom: what teams make of it, less what was ended. */
@Dependent
public class WatchLinkTable {

    @Inject
    Jdbi jdbi;

    boolean exists(int organizationId, long participantId, long watcherId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (select from watch_link where organization_id = :organization
                                       and participant_id = :participant and watcher_id = :watcher)
                        """)
                .bind("organization", organizationId)
                .bind("participant", participantId)
                .bind("watcher", watcherId)
                .mapTo(Boolean.class)
                .one());
    }

    /** Those whom the member watches, or by whom they are watched, each once. */
    List<Long> linked(int organizationId, long memberId, Role own) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct %s from watch_link
                        where organization_id = :organization and %s = :member order by 1
                        """.formatted(column(opposite(own)), column(own)))
                .bind("organization", organizationId)
                .bind("member", memberId)
                .mapTo(Long.class)
                .list());
    }

    void end(int organizationId, long participantId, long watcherId, Instant now) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            insert into watch_end (organization_id, participant_id, watcher_id, ended_at)
                            values (:organization, :participant, :watcher, :now)
                            on conflict do nothing
                            """)
                    .bind("organization", organizationId)
                    .bind("participant", participantId)
                    .bind("watcher", watcherId)
                    .bind("now", now)
                    .execute();
            leaveCircle(organizationId, watcherId, Role.WATCHER, participantId, now);
            leaveCircle(organizationId, participantId, Role.PARTICIPANT, watcherId, now);
        });
    }

    /**
     * Out of the other's own circle, unless somebody else there is a reason to stay: the place is free again, and who is
     * out invites nobody in.
     */
    private void leaveCircle(int organizationId, long memberId, Role role, long leadId, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with circle as (
                            delete from team_membership m using team t
                            where t.id = m.team_id and t.kind = 'PERSONAL' and t.lead_id = :lead
                              and t.lead_role <> :role
                              and m.organization_id = :organization and m.member_id = :member and m.role = :role
                              and not exists (select from watch_link l where l.team_id = t.id and l.%s = :member)
                            returning m.team_id)
                        update invitation set revoked_at = :now, version = version + 1
                        where team_id in (select team_id from circle) and inviter_id = :member
                          and used_at is null and revoked_at is null
                        """.formatted(column(role)))
                .bind("now", now)
                .bind("lead", leadId)
                .bind("organization", organizationId)
                .bind("member", memberId)
                .bind("role", role.name())
                .execute());
    }

    /**
     * Whether the member and who leads that team ended, after that instant, what links them there: what was offered
     * before it is offered no more.
     */
    boolean partedFromLead(long teamId, long memberId, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (
                            select from team t join watch_end e
                              on t.lead_role = 'PARTICIPANT' and e.participant_id = t.lead_id and e.watcher_id = :member
                              or t.lead_role = 'WATCHER' and e.watcher_id = t.lead_id and e.participant_id = :member
                            where t.id = :team and e.ended_at > :since)
                        """)
                .bind("team", teamId)
                .bind("member", memberId)
                .bind("since", since)
                .mapTo(Boolean.class)
                .one());
    }

    /** Whether an invitation of that time would begin again what the member, in this role, has ended there, or they. */
    boolean anyEnded(long teamId, long memberId, Role role, Instant invitedAt) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from watch_end e" + inTeam(role) + ")")
                        .bind("team", teamId)
                        .bind("member", memberId)
                        .bind("invited", invitedAt)
                        .mapTo(Boolean.class)
                        .one());
    }

    /** Who accepts an invitation wants to be linked to all who are there, but for those who parted after it was made. */
    void beginAgain(long teamId, long memberId, Role role, Instant invitedAt) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from watch_end e" + inTeam(role))
                .bind("team", teamId)
                .bind("member", memberId)
                .bind("invited", invitedAt)
                .execute());
    }

    private static String inTeam(Role role) {
        Role theirs = opposite(role);
        return """
                 where e.%s = :member and e.ended_at <= :invited and e.%s in (
                    select member_id from team_membership where team_id = :team and role = '%s')
                """.formatted(column(role), column(theirs), theirs);
    }

    private static Role opposite(Role role) {
        return role == Role.WATCHER ? Role.PARTICIPANT : Role.WATCHER;
    }

    /** Where the one in that role stands in a link, or in its end. */
    private static String column(Role role) {
        return role == Role.WATCHER ? "watcher_id" : "participant_id";
    }
}
