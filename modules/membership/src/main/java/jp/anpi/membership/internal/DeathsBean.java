package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.membership.DeathNoted;
import jp.anpi.membership.DeathTakenBack;
import jp.anpi.membership.Deaths;
import jp.anpi.membership.MemberBlocked;
import jp.anpi.membership.StaffCaller;

/** {@link Deaths}, under the member's lock. */
@Stateless
public class DeathsBean implements Deaths {

    @PersistenceContext(unitName = "anpi")
    EntityManager entityManager;

    @Inject
    MemberRepository members;

    @Inject
    Event<DeathNoted> noted;

    @Inject
    Event<DeathTakenBack> takenBack;

    @Inject
    Event<MemberBlocked> blocked;

    @Override
    public boolean note(int organizationId, long memberId, Instant now) {
        Optional<MemberEntity> died =
                members.lockedById(organizationId, memberId).filter(member -> member.die(now));
        died.ifPresent(member -> {
            entityManager.flush();
            noted.fire(new DeathNoted(member.toMember(), now));
        });
        return died.isPresent();
    }

    @Override
    public boolean isNoted(int organizationId, long memberId) {
        return members.byId(organizationId, memberId)
                .filter(member -> !member.alive())
                .isPresent();
    }

    @Override
    public boolean takeBack(StaffCaller caller, long memberId, Instant now) {
        Optional<MemberEntity> lives =
                members.lockedById(caller.organizationId(), memberId).filter(MemberEntity::live);
        lives.ifPresent(member -> {
            entityManager.flush();
            takenBack.fire(new DeathTakenBack(member.toMember(), caller, now));
            if (member.toMember().blockedAt().isPresent()) {
                // While they were taken for dead nobody was told that they cannot be reached (E-14).
                blocked.fire(new MemberBlocked(member.toMember(), now));
            }
        });
        return lives.isPresent();
    }
}
