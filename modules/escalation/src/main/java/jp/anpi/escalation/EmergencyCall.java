package jp.anpi.escalation;

/** Whom to call at once. */
public enum EmergencyCall {
    POLICE_110,
    AMBULANCE_119
}
