package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.anpi.membership.Member;
import jp.anpi.membership.MemberBlocked;
import jp.anpi.membership.MemberLeaving;
import jp.anpi.membership.MemberReturned;
import jp.anpi.membership.Members;
import jp.anpi.membership.Nickname;
import jp.anpi.membership.Role;
import org.jdbi.v3.core.Jdbi;

/** {@link Members}; what concerns one person happens under a lock on that person's row. */
@Stateless
public class MembersBean implements Members {

    @PersistenceContext(unitName = "anpi")
    EntityManager entityManager;

    @Inject
    Jdbi jdbi;

    @Inject
    MemberRepository members;

    @Inject
    MemberErasure erasure;

    @Inject
    Event<MemberBlocked> blocked;

    @Inject
    Event<MemberReturned> returned;

    @Inject
    Event<MemberLeaving> leaving;

    /** Asked for with every event, and so without an entity and its session. */
    @Override
    public Optional<Member> byLineUserId(int organizationId, String lineUserId) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + MemberRow.COLUMNS
                        + " from member where organization_id = :organization and line_user_id = :account")
                .bind("organization", organizationId)
                .bind("account", lineUserId)
                .map((row, context) -> MemberRow.of(row))
                .findOne());
    }

    @Override
    public Map<String, Member> byLineUserIds(int organizationId, Collection<String> lineUserIds) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + MemberRow.COLUMNS
                        + " from member where organization_id = :organization and line_user_id = any(:accounts)")
                .bind("organization", organizationId)
                .bind("accounts", lineUserIds.toArray(String[]::new))
                .map((row, context) -> MemberRow.of(row))
                .collect(Collectors.toMap(Member::lineUserId, Function.identity())));
    }

    @Override
    public Optional<Member> byId(int organizationId, long memberId) {
        return members.byId(organizationId, memberId).map(MemberEntity::toMember);
    }

    @Override
    public Map<Long, String> reachableLineUserIds(int organizationId, Collection<Long> memberIds) {
        return byId(organizationId, memberIds, """
                select id, line_user_id from member
                where organization_id = :organization and id = any(:ids)
                  and blocked_at is null and died_at is null
                """);
    }

    @Override
    public Map<Long, String> numbers(int organizationId, Collection<Long> memberIds) {
        return byId(organizationId, memberIds, """
                select id, number from member where organization_id = :organization and id = any(:ids)
                """);
    }

    /** The second column by the first. */
    private Map<Long, String> byId(int organizationId, Collection<Long> memberIds, String sql) {
        if (memberIds.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("organization", organizationId)
                .bindArray("ids", Long.class, memberIds)
                .map((row, context) -> Map.entry(row.getLong(1), row.getString(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public Member register(int organizationId, String lineUserId, Role role, int termsVersion, Instant now) {
        MemberEntity member = members.lockedByLineUserId(organizationId, lineUserId)
                .orElseGet(() -> insert(organizationId, lineUserId, now));
        member.take(role, now);
        consent(organizationId, member.id(), termsVersion, now);
        entityManager.flush();
        return member.toMember();
    }

    @Override
    public void rename(int organizationId, long memberId, Nickname nickname) {
        members.lockedById(organizationId, memberId)
                .orElseThrow(() -> new IllegalArgumentException("No member has the id " + memberId))
                .rename(nickname);
        entityManager.flush();
    }

    /** Of somebody who has died nobody is alarmed that their phone cannot be reached. */
    @Override
    public void blocked(int organizationId, String lineUserId, Instant now) {
        members.lockedByLineUserId(organizationId, lineUserId)
                .filter(member -> member.block(now))
                .filter(MemberEntity::alive)
                .ifPresent(member -> {
                    entityManager.flush();
                    blocked.fire(new MemberBlocked(member.toMember(), now));
                });
    }

    @Override
    public void returned(int organizationId, String lineUserId, Instant now) {
        members.lockedByLineUserId(organizationId, lineUserId)
                .filter(MemberEntity::unblock)
                .filter(MemberEntity::alive)
                .ifPresent(member -> {
                    entityManager.flush();
                    returned.fire(new MemberReturned(member.toMember(), now));
                });
    }

    @Override
    public boolean leave(int organizationId, long memberId, Instant now) {
        Optional<MemberEntity> present = members.lockedById(organizationId, memberId);
        present.ifPresent(member -> {
            leaving.fire(new MemberLeaving(member.toMember(), now));
            erasure.erase(member);
        });
        return present.isPresent();
    }

    /** Of two registrations of one account at the same time, the second finds the member that the first has made. */
    private MemberEntity insert(int organizationId, String lineUserId, Instant now) {
        jdbi.useHandle(handle -> {
            long sequence = handle.createQuery("select nextval('member_number_sequence')")
                    .mapTo(Long.class)
                    .one();
            handle.createUpdate("""
                            insert into member (organization_id, number, line_user_id, registered_at)
                            values (:organization, :number, :account, :now)
                            on conflict (organization_id, line_user_id) do nothing
                            """)
                    .bind("organization", organizationId)
                    .bind("number", MemberNumber.of(sequence))
                    .bind("account", lineUserId)
                    .bind("now", now)
                    .execute();
        });
        return members.lockedByLineUserId(organizationId, lineUserId).orElseThrow();
    }

    /** The first consent to a version keeps its time. */
    private void consent(int organizationId, long memberId, int termsVersion, Instant now) {
        var key = new ConsentEntity.Key(memberId, termsVersion);
        if (entityManager.find(ConsentEntity.class, key) == null) {
            entityManager.persist(new ConsentEntity(organizationId, key, now));
        }
    }
}
