package jp.anpi.membership;

import java.time.Instant;
import java.util.Optional;
import jp.anpi.foundation.AuditLog;

/**
 * Who of the staff asks for something, and from where. Every use case of staff takes one, and looks at its role first.
 *
 * @param name shown to colleagues
 * @param limited whether only the people of the own teams and districts are there for them
 * @param address the machine that it comes from, for the audit log
 */
public record StaffCaller(
        int staffId,
        int organizationId,
        String userName,
        String name,
        StaffRole role,
        boolean limited,
        String address) {

    /** Limited where the role is. */
    public StaffCaller(int staffId, int organizationId, String userName, String name, StaffRole role, String address) {
        this(staffId, organizationId, userName, name, role, role.limited(), address);
    }

    public boolean may(StaffRight right) {
        return right.heldBy(role) && !(limited && right.ofTheWhole());
    }

    /** @throws NotAllowedException when the role does not hold it */
    public void require(StaffRight right) {
        if (!may(right)) {
            throw new NotAllowedException(this, right);
        }
    }

    /** For the audit log: that the caller has done this. */
    public AuditLog.Entry did(String action, Optional<String> about, Optional<String> note, Instant now) {
        return new AuditLog.Entry(organizationId, now, Optional.of(staffId), userName, action, about, note, address);
    }
}
