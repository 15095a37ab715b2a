package jp.anpi.membership.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Finds members of one organization, never of another. */
@Dependent
public class MemberRepository {

    @PersistenceContext(unitName = "anpi")
    EntityManager entityManager;

    Optional<MemberEntity> byId(int organizationId, long memberId) {
        return find(organizationId, "id", memberId, LockModeType.NONE);
    }

    Optional<MemberEntity> byLineUserId(int organizationId, String lineUserId) {
        return find(organizationId, "lineUserId", lineUserId, LockModeType.NONE);
    }

    /** Locked until the transaction ends: what one member does at the same time happens one after the other. */
    Optional<MemberEntity> lockedById(int organizationId, long memberId) {
        return find(organizationId, "id", memberId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Locked like {@link #lockedById}. */
    Optional<MemberEntity> lockedByLineUserId(int organizationId, String lineUserId) {
        return find(organizationId, "lineUserId", lineUserId, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<MemberEntity> find(int organizationId, String attribute, Object value, LockModeType lock) {
        return entityManager
                .createQuery(
                        "select m from MemberEntity m where m.organizationId = :organization and m." + attribute
                                + " = :value",
                        MemberEntity.class)
                .setParameter("organization", organizationId)
                .setParameter("value", value)
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }
}
