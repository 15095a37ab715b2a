package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import jp.anpi.membership.WatchEnded;
import jp.anpi.membership.WatchLink;
import jp.anpi.membership.WatchLinks;
import org.jdbi.v3.core.Jdbi;

/** {@link WatchLinks}, found through the teams that people share at this moment, less what one of two has ended. */
@Stateless
public class WatchLinksBean implements WatchLinks {

    @PersistenceContext(unitName = "anpi")
    EntityManager entityManager;

    @Inject
    Jdbi jdbi;

    @Inject
    MemberRepository members;

    @Inject
    WatchLinkTable links;

    @Inject
    Event<WatchEnded> ended;

    @Override
    public List<WatchLink> reachable(int organizationId, Collection<Long> participantIds) {
        return links(organizationId, participantIds, "m.blocked_at is null and m.died_at is null");
    }

    @Override
    public List<WatchLink> outOfReach(int organizationId, Collection<Long> participantIds) {
        return links(organizationId, participantIds, "m.blocked_at is not null and m.died_at is null");
    }

    private List<WatchLink> links(int organizationId, Collection<Long> participantIds, String reach) {
        if (participantIds.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct l.participant_id as participant, l.watcher_id as watcher
                        from watch_link l
                        join member m on m.id = l.watcher_id and %s
                        where l.organization_id = :organization and m.organization_id = :organization
                          and l.participant_id = any(:participants)
                        order by participant, watcher
                        """.formatted(reach))
                .bind("organization", organizationId)
                .bindArray("participants", Long.class, participantIds)
                .map((row, context) -> new WatchLink(row.getLong("participant"), row.getLong("watcher")))
                .list());
    }

    @Override
    public List<Member> watchersOf(int organizationId, long participantId) {
        return members(organizationId, participantId, """
                select m.* from member m where m.organization_id = :organization and m.id in (
                    select watcher_id from watch_link
                    where organization_id = :organization and participant_id = :member)
                order by m.registered_at, m.id
                """);
    }

    @Override
    public List<Member> watchedBy(int organizationId, long watcherId) {
        return members(organizationId, watcherId, """
                select m.* from member m where m.organization_id = :organization and m.id in (
                    select participant_id from watch_link
                    where organization_id = :organization and watcher_id = :member)
                order by m.registered_at, m.id
                """);
    }

    private List<Member> members(int organizationId, long memberId, String sql) {
        Stream<?> found = entityManager
                .createNativeQuery(sql, MemberEntity.class)
                .setParameter("organization", organizationId)
                .setParameter("member", memberId)
                .getResultStream();
        return found.map(MemberEntity.class::cast).map(MemberEntity::toMember).toList();
    }

    @Override
    public boolean end(int organizationId, long participantId, long watcherId, Role endedBy, Instant now) {
        // Always in the same order, so that of two who end it at the same time one finds it ended.
        Stream.of(participantId, watcherId).sorted().forEach(id -> members.lockedById(organizationId, id));
        if (!links.exists(organizationId, participantId, watcherId)) {
            return false;
        }
        links.end(organizationId, participantId, watcherId, now);
        ended.fire(
                new WatchEnded(member(organizationId, participantId), member(organizationId, watcherId), endedBy, now));
        return true;
    }

    private Member member(int organizationId, long id) {
        return members.byId(organizationId, id).orElseThrow().toMember();
    }
}
