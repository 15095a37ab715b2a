package jp.anpi.membership;

import java.util.List;
import java.util.OptionalLong;
import jp.anpi.foundation.AuditLog.Numbered;

/** The audit log of the caller's own organization, for those who may read it. */
public interface StaffLog {

    /** The newest first. @param before only those before this one */
    List<Numbered> page(StaffCaller caller, OptionalLong before, int most);

    /** The first entry that is not as it was written; empty where the log is whole. */
    OptionalLong firstBroken(StaffCaller caller);
}
