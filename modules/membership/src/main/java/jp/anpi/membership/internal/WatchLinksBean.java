package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import jp.anpi.membership.WatchLink;
import jp.anpi.membership.WatchLinks;
import org.jdbi.v3.core.Jdbi;

/** {@link WatchLinks}, found through the teams that people share at this moment. */
@Stateless
public class WatchLinksBean implements WatchLinks {

    @PersistenceContext(unitName = "anpi")
    EntityManager entityManager;

    @Inject
    Jdbi jdbi;

    @Override
    public List<WatchLink> reachable(int organizationId, Collection<Long> participantIds) {
        if (participantIds.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct p.member_id as participant, w.member_id as watcher
                        from team_membership p
                        join team_membership w
                          on w.team_id = p.team_id and w.role = 'WATCHER' and w.member_id <> p.member_id
                        join member m on m.id = w.member_id and m.blocked_at is null
                        where p.organization_id = :organization and w.organization_id = :organization
                          and m.organization_id = :organization
                          and p.role = 'PARTICIPANT' and p.member_id = any(:participants)
                        order by participant, watcher
                        """)
                .bind("organization", organizationId)
                .bindArray("participants", Long.class, participantIds)
                .map((row, context) -> new WatchLink(row.getLong("participant"), row.getLong("watcher")))
                .list());
    }

    @Override
    public List<Member> watchersOf(int organizationId, long participantId) {
        return teammates(organizationId, participantId, Role.PARTICIPANT, Role.WATCHER);
    }

    @Override
    public List<Member> watchedBy(int organizationId, long watcherId) {
        return teammates(organizationId, watcherId, Role.WATCHER, Role.PARTICIPANT);
    }

    /** Those who have role {@code theirs} in a team in which the member has role {@code own}. */
    private List<Member> teammates(int organizationId, long memberId, Role own, Role theirs) {
        return entityManager
                .createQuery("""
                        select m from MemberEntity m
                        where m.organizationId = :organization and m.id <> :member and m.id in (
                            select other.id.memberId from TeamMembershipEntity other, TeamMembershipEntity mine
                            where mine.id.memberId = :member and mine.id.role = :own
                              and mine.organizationId = :organization
                              and other.id.teamId = mine.id.teamId and other.id.role = :theirs)
                        order by m.registeredAt, m.id
                        """, MemberEntity.class)
                .setParameter("organization", organizationId)
                .setParameter("member", memberId)
                .setParameter("own", own)
                .setParameter("theirs", theirs)
                .getResultStream()
                .map(MemberEntity::toMember)
                .toList();
    }
}
