package jp.anpi.scheduling;

/** Who acted, for logs and pauses. */
public enum Actor {
    SYSTEM,
    PARTICIPANT,
    WATCHER,
    STAFF
}
