package jp.anpi.membership.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.membership.Role;

/**
 * Which team an invitation leads into, and whether it has room.
 *
 * <p>A member may lead two personal teams: one in which they are watched, one in which they watch. Whom they watch is
 * not told to those who watch them.
 */
@Dependent
public class PersonalTeams {

    @PersistenceContext(unitName = "anpi")
    EntityManager entityManager;

    /** The team for the next invitee of this member, who is locked; made when it does not exist yet. */
    TeamEntity toInviteInto(int organizationId, MemberEntity inviter, Optional<Role> invitee, Instant now) {
        boolean watchedThere =
                switch (invitee.orElse(Role.WATCHER)) {
                    case WATCHER -> inviter.is(Role.PARTICIPANT);
                    case PARTICIPANT -> !inviter.is(Role.WATCHER);
                };
        Role leadRole = watchedThere ? Role.PARTICIPANT : Role.WATCHER;
        Optional<TeamEntity> existing = ledBy(inviter, leadRole);
        if (existing.isEmpty() && !watchedThere && invitee.equals(Optional.of(Role.WATCHER))) {
            existing = oldestWatchedBy(inviter);
        }
        return existing.orElseGet(() -> found(organizationId, inviter, leadRole, now));
    }

    boolean isFull(int organizationId, TeamEntity team) {
        return team.personal() && watchers(team) >= organization(organizationId).watchersInPersonalTeam();
    }

    boolean isIn(TeamEntity team, MemberEntity member, Role role) {
        return entityManager.find(
                        TeamMembershipEntity.class, new TeamMembershipEntity.Key(team.id(), member.id(), role))
                != null;
    }

    void join(int organizationId, TeamEntity team, MemberEntity member, Role role, Instant now) {
        entityManager.persist(new TeamMembershipEntity(
                organizationId, new TeamMembershipEntity.Key(team.id(), member.id(), role), now));
    }

    OrganizationEntity organization(int organizationId) {
        return entityManager.find(OrganizationEntity.class, organizationId);
    }

    private TeamEntity found(int organizationId, MemberEntity lead, Role leadRole, Instant now) {
        TeamEntity team = TeamEntity.personal(organizationId, lead, leadRole, now);
        entityManager.persist(team);
        join(organizationId, team, lead, leadRole, now);
        return team;
    }

    private Optional<TeamEntity> ledBy(MemberEntity lead, Role leadRole) {
        return entityManager
                .createQuery(
                        "select t from TeamEntity t where t.leadId = :lead and t.leadRole = :role and t.kind = :kind",
                        TeamEntity.class)
                .setParameter("lead", lead.id())
                .setParameter("role", leadRole)
                .setParameter("kind", TeamEntity.Kind.PERSONAL)
                .getResultStream()
                .findFirst();
    }

    private Optional<TeamEntity> oldestWatchedBy(MemberEntity watcher) {
        return entityManager
                .createQuery("""
                        select t from TeamEntity t, TeamMembershipEntity w
                        where w.id.teamId = t.id and w.id.memberId = :watcher and w.id.role = :role and t.kind = :kind
                        order by w.joinedAt, t.id
                        """, TeamEntity.class)
                .setParameter("watcher", watcher.id())
                .setParameter("role", Role.WATCHER)
                .setParameter("kind", TeamEntity.Kind.PERSONAL)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private long watchers(TeamEntity team) {
        return entityManager
                .createQuery(
                        "select count(w) from TeamMembershipEntity w where w.id.teamId = :team and w.id.role = :role",
                        Long.class)
                .setParameter("team", team.id())
                .setParameter("role", Role.WATCHER)
                .getSingleResult();
    }
}
