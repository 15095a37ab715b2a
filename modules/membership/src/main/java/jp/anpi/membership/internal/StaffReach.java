package jp.anpi.membership.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import jp.anpi.membership.StaffCaller;
import org.jdbi.v3.core.Jdbi;

/** Which participants are there for somebody of the staff. */
@Dependent
public class StaffReach {

    @Inject
    Jdbi jdbi;

    /** @param participantId of the caller's organization */
    boolean includes(StaffCaller caller, long participantId) {
        return !caller.limited()
                || jdbi.withHandle(handle -> handle.createQuery("select exists (select from staff_reach where"
                                + " staff_id = :staff and organization_id = :organization and member_id = :member)")
                        .bind("staff", caller.staffId())
                        .bind("organization", caller.organizationId())
                        .bind("member", participantId)
                        .mapTo(Boolean.class)
                        .one());
    }

    /** Those of them who are there, in one statement. */
    Set<Long> among(StaffCaller caller, Collection<Long> participants) {
        if (participants.isEmpty()) {
            return Set.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("select m.id from member m where m.id = any(:people)"
                        + " and m.organization_id = :organization and m.participant_since is not null"
                        + " and (not :limited or exists (select from staff_reach r where r.staff_id = :staff"
                        + " and r.organization_id = m.organization_id and r.member_id = m.id))")
                .bind("people", participants.toArray(Long[]::new))
                .bind("organization", caller.organizationId())
                .bind("limited", caller.limited())
                .bind("staff", caller.staffId())
                .mapTo(Long.class)
                .set());
    }
}
