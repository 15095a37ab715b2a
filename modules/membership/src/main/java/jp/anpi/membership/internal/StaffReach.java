package jp.anpi.membership.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jp.anpi.membership.StaffCaller;
import org.jdbi.v3.core.Jdbi;

/** Whether a participant is there for somebody of the staff. */
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
}
