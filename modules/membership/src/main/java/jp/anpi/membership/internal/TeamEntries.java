package jp.anpi.membership.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.anpi.membership.Role;
import jp.anpi.membership.TeamJoined;
import jp.anpi.membership.TeamLeft;

/** Coming into a team and being taken out of it. Member and team are locked. */
@Dependent
public class TeamEntries {

    @PersistenceContext(unitName = "anpi")
    EntityManager entityManager;

    @Inject
    PersonalTeams teams;

    @Inject
    WatchLinkTable links;

    @Inject
    Event<TeamJoined> joined;

    @Inject
    Event<TeamLeft> left;

    /** The member accepted an invitation. What was ended before it was made begins again. */
    void accept(int organizationId, TeamEntity team, MemberEntity member, Role role, Instant invitedAt, Instant now) {
        enter(organizationId, team, member, role, invitedAt, false, now);
    }

    /** Staff put the member there. Who has ended it with somebody in there is not linked to them again by others. */
    void add(int organizationId, TeamEntity team, MemberEntity member, Role role, Instant now) {
        enter(organizationId, team, member, role, Instant.EPOCH, true, now);
    }

    private void enter(
            int organizationId,
            TeamEntity team,
            MemberEntity member,
            Role role,
            Instant wantedAt,
            boolean byStaff,
            Instant now) {
        member.take(role, now);
        List<Long> before = links.linked(organizationId, member.id(), role);
        // What holds off everybody else before what holds off few: two who come in do not wait for each other in a
        // circle.
        links.beginAgain(team.id(), member.id(), role, wantedAt);
        if (!teams.isIn(team, member, role)) {
            teams.join(organizationId, team, member, role, now);
        }
        entityManager.flush();
        List<Long> linked = less(links.linked(organizationId, member.id(), role), before);
        joined.fire(new TeamJoined(organizationId, team.id(), member.toMember(), role, linked, byStaff, now));
    }

    /** False where the member was not in it. */
    boolean leave(int organizationId, TeamEntity team, MemberEntity member, Role role, Instant now) {
        var key = new TeamMembershipEntity.Key(team.id(), member.id(), role);
        TeamMembershipEntity membership = entityManager.find(TeamMembershipEntity.class, key);
        if (membership == null) {
            return false;
        }
        List<Long> before = links.linked(organizationId, member.id(), role);
        entityManager.remove(membership);
        entityManager.flush();
        List<Long> unlinked = less(before, links.linked(organizationId, member.id(), role));
        left.fire(new TeamLeft(organizationId, team.id(), member.toMember(), role, unlinked, now));
        return true;
    }

    private static List<Long> less(List<Long> all, List<Long> some) {
        List<Long> rest = new ArrayList<>(all);
        rest.removeAll(Set.copyOf(some));
        return List.copyOf(rest);
    }
}
