package jp.anpi.escalation;

/** How an incident ended, as staff found out. */
public enum IncidentOutcome {
    SAFE_FORGOT,
    SAFE_AWAY,
    SAFE_HOSPITAL,
    SAFE_DEVICE,
    SAFE_NETWORK,
    SAFE_BLOCKED,
    UNWELL,
    RESCUED,
    DECEASED_FOUND,
    MISSING,
    OTHER;

    /** Whether nobody is to be asked any more. */
    public boolean death() {
        return this == DECEASED_FOUND;
    }

    /** Whether the person is well: then whoever was alerted reads so. Anything else is told by people. */
    public boolean safe() {
        return name().startsWith("SAFE_");
    }
}
