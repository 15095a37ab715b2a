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
    /** How many there are of a kind in the whole organization. */
    COUNT_PEOPLE(SYSTEM_ADMINISTRATOR, OFFICER, CALL_OPERATOR, READ_ONLY),
    /** What was announced, what is planned, and how far it is. */
    SEE_ANNOUNCEMENTS(SYSTEM_ADMINISTRATOR, OFFICER, CALL_OPERATOR, READ_ONLY),
    /** Speak in the municipality's name, at the cost of its messages: nobody who works for a part of the people only. */
    ANNOUNCE(SYSTEM_ADMINISTRATOR, OFFICER),
    /** Whether a second person has to approve. */
    SET_ANNOUNCEMENT_RULE(SYSTEM_ADMINISTRATOR),
    /** Hand out invitations; who is limited to teams, of these only. */
    INVITE(SYSTEM_ADMINISTRATOR, OFFICER, PARTNER, COMMISSIONER),
    /** Set somebody's questions to rest for some days, and end that. */
    PAUSE_PEOPLE(SYSTEM_ADMINISTRATOR, OFFICER, CALL_OPERATOR),
    /** Put somebody into a district; take back that somebody has died; take somebody out who asks for it. */
    MANAGE_PEOPLE(SYSTEM_ADMINISTRATOR, OFFICER),
    /** Names, addresses and phone numbers of those who agreed to leave them; each look is noted. */
    SEE_PERSONAL_DATA(SYSTEM_ADMINISTRATOR, OFFICER, CALL_OPERATOR, COMMISSIONER),
    EDIT_PERSONAL_DATA(SYSTEM_ADMINISTRATOR, OFFICER),
    /** Invite somebody to watch over a participant. */
    INVITE_WATCHERS(SYSTEM_ADMINISTRATOR, OFFICER),
    SEE_TEAMS(SYSTEM_ADMINISTRATOR, OFFICER, CALL_OPERATOR, PARTNER, COMMISSIONER, READ_ONLY),
    MANAGE_TEAMS(SYSTEM_ADMINISTRATOR, OFFICER),
    /** Name, note and leads of a team: of any that is there for them who manage teams, for partners of those handed to them. */
    RUN_TEAMS(SYSTEM_ADMINISTRATOR, OFFICER, PARTNER),
    /**
     * Hand a team to those of a partner organization who run it, with a new account for them where they have none. This, the
     * rules of a team, who watches in it and ending it reach everybody in it: whoever is limited does it where they see
     * everybody in it.
     */
    HAND_OVER_TEAMS(SYSTEM_ADMINISTRATOR, OFFICER),
    /** What follows silence in a team, where that differs from the organization's rules. */
    SET_TEAM_RULES(SYSTEM_ADMINISTRATOR, OFFICER),
    MANAGE_DISTRICTS(SYSTEM_ADMINISTRATOR, OFFICER),
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

    /** Whether it concerns the whole organization: then nobody has it who sees a part of the people only. */
    boolean ofTheWhole() {
        return switch (this) {
            case COUNT_PEOPLE,
                    SEE_ANNOUNCEMENTS,
                    ANNOUNCE,
                    SET_ANNOUNCEMENT_RULE,
                    MANAGE_DISTRICTS,
                    MANAGE_STAFF,
                    READ_AUDIT_LOG -> true;
            default -> false;
        };
    }
}
