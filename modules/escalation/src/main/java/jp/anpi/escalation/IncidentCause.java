package jp.anpi.escalation;

/** Why an incident was opened. */
public enum IncidentCause {
    SILENCE,
    NEED_HELP,
    UNREACHABLE,
    /** The phone of somebody whose death staff noted has answered: an error, or a relative who has it now. */
    HEARD_AFTER_DEATH
}
