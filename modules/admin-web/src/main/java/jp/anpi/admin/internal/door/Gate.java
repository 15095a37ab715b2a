package jp.anpi.admin.internal.door;

import java.util.List;
import jp.anpi.membership.StaffSignIn.Presence;

/** What stands between somebody who is signed in and the pages. */
enum Gate {
    OPEN,
    /** The code of the second factor. */
    CODE(StaffPages.CODE),
    /** A first password has to be changed. */
    PASSWORD(StaffPages.PASSWORD),
    /** The role asks for a second factor, and there is none. */
    SET_UP(StaffPages.FACTOR, StaffPages.FACTOR_QR);

    private final List<String> pages;

    Gate(String... pages) {
        this.pages = List.of(pages);
    }

    /**
     * @param proven whether this session has shown a code
     * @param required roles that have to
     */
    static Gate of(Presence presence, boolean proven, List<String> required) {
        if (presence.secondFactor() && !proven) {
            return CODE;
        }
        if (presence.passwordToChange()) {
            return PASSWORD;
        }
        boolean missing = required.contains(presence.caller().role().name()) && !presence.secondFactor();
        return missing ? SET_UP : OPEN;
    }

    boolean opens(String page) {
        return pages.contains(page);
    }

    /** The page on which it is passed. */
    String page() {
        return pages.get(0);
    }
}
