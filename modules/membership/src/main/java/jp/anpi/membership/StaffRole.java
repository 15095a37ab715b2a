package jp.anpi.membership;

/** What somebody signs in as. What each may do stands in {@link StaffRight}. */
public enum StaffRole {
    SYSTEM_ADMINISTRATOR,
    OFFICER,
    CALL_OPERATOR,
    /** Of a partner organization: its own teams only. */
    PARTNER,
    /** 民生委員: the people of the teams of the own district only, until a date. */
    COMMISSIONER,
    READ_ONLY;

    /** Whether the role sees the people of its own teams only. */
    public boolean limitedToTeams() {
        return this == PARTNER || this == COMMISSIONER;
    }
}
