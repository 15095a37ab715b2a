package jp.anpi.membership;

/** What somebody signs in as. What each may do stands in {@link StaffRight}. */
public enum StaffRole {
    SYSTEM_ADMINISTRATOR,
    OFFICER,
    CALL_OPERATOR,
    /** Of a partner organization: its own teams and districts only. */
    PARTNER,
    /** 民生委員: the people of the own districts only, until a date. */
    COMMISSIONER,
    READ_ONLY;

    /** Whether the role always sees the people of its own teams and districts only. */
    public boolean limited() {
        return this == PARTNER || this == COMMISSIONER;
    }

    /** Whether it may be limited so: whoever says who sees what sees everybody. */
    public boolean limitable() {
        return this != SYSTEM_ADMINISTRATOR;
    }
}
