package jp.anpi.escalation;

/** How fast somebody is needed, the fastest first. */
public enum Urgency {
    EMERGENCY,
    HIGH,
    NORMAL
}
