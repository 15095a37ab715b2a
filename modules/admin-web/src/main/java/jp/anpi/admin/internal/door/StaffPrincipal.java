package jp.anpi.admin.internal.door;

import jakarta.security.enterprise.CallerPrincipal;
import jp.anpi.membership.StaffSignIn.Presence;

/** A member of staff, as Jakarta Security knows one. */
public final class StaffPrincipal extends CallerPrincipal {

    private static final long serialVersionUID = 1L;

    private final transient Presence presence;

    StaffPrincipal(Presence presence) {
        super(presence.caller().userName());
        this.presence = presence;
    }

    Presence presence() {
        return presence;
    }
}
