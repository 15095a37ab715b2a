package jp.anpi.escalation;

/** Why an incident was opened. */
public enum IncidentCause {
    SILENCE,
    NEED_HELP,
    UNREACHABLE
}
