package jp.anpi.membership;

import static jp.anpi.membership.StaffRole.CALL_OPERATOR;
import static jp.anpi.membership.StaffRole.COMMISSIONER;
import static jp.anpi.membership.StaffRole.OFFICER;
import static jp.anpi.membership.StaffRole.PARTNER;
import static jp.anpi.membership.StaffRole.READ_ONLY;
import static jp.anpi.membership.StaffRole.SYSTEM_ADMINISTRATOR;

import java.util.EnumSet;
import java.util.Set;

/** The one table of what staff may do. Each use case asks for one of these before it does anything. */
public enum StaffRight {
    SEE_INCIDENTS(SYSTEM_ADMINISTRATOR, OFFICER, CALL_OPERATOR, PARTNER, COMMISSIONER, READ_ONLY),
    /** What a person wants to be called. */
    SEE_NICKNAMES(SYSTEM_ADMINISTRATOR, OFFICER, CALL_OPERATOR, PARTNER, COMMISSIONER),
    /** Take an incident on, and write down calls and visits. */
    HANDLE_INCIDENTS(SYSTEM_ADMINISTRATOR, OFFICER, CALL_OPERATOR, PARTNER, COMMISSIONER),
    /** Say that somebody is well, or how it ended. */
    CLOSE_INCIDENTS(SYSTEM_ADMINISTRATOR, OFFICER, CALL_OPERATOR),
    /** On paper, for whoever is not of the house. */
    PRINT_INCIDENTS(SYSTEM_ADMINISTRATOR, OFFICER),
    SEE_PEOPLE(SYSTEM_ADMINISTRATOR, OFFICER, CALL_OPERATOR, PARTNER, COMMISSIONER, READ_ONLY),
    MANAGE_STAFF(SYSTEM_ADMINISTRATOR),
    /** The organization itself: name, texts, rules of asking, terms, LINE channel, checklist. */
    MANAGE_ORGANIZATION(SYSTEM_ADMINISTRATOR),
    READ_AUDIT_LOG(SYSTEM_ADMINISTRATOR);

    private final Set<StaffRole> roles;

    StaffRight(StaffRole first, StaffRole... others) {
        roles = EnumSet.of(first, others);
    }

    public boolean heldBy(StaffRole role) {
        return roles.contains(role);
    }
}
