package jp.anpi.membership;

import jakarta.ejb.ApplicationException;

/** Somebody asked for what their role may not do, or for somebody whom they may not see. Nothing has happened. */
@ApplicationException(rollback = true)
public class NotAllowedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotAllowedException(StaffCaller caller, StaffRight right) {
        super("Staff " + caller.staffId() + " as " + caller.role() + " may not " + right);
    }
}
