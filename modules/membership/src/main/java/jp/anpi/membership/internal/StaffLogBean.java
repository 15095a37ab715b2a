package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;
import jp.anpi.foundation.AuditLog;
import jp.anpi.foundation.AuditLog.Numbered;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffLog;
import jp.anpi.membership.StaffRight;

/** {@link StaffLog} over the log of the foundation, which knows no roles. */
@Stateless
public class StaffLogBean implements StaffLog {

    @Inject
    private AuditLog log;

    @Override
    public List<Numbered> page(StaffCaller caller, OptionalLong before, int most) {
        caller.require(StaffRight.READ_AUDIT_LOG);
        return log.page(caller.organizationId(), before, most);
    }

    @Override
    public OptionalLong firstBroken(StaffCaller caller) {
        caller.require(StaffRight.READ_AUDIT_LOG);
        return log.firstBroken(caller.organizationId());
    }
}
