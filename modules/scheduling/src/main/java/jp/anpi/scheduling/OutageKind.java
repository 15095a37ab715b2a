package jp.anpi.scheduling;

/** What it was that kept us from asking or hearing (E-8). */
public enum OutageKind {
    /** No process was alive. */
    PROCESS,
    /** A process was alive, but its database was away. */
    DATABASE,
    /** The messaging platform did not answer. */
    LINE,
    /** What people did did not reach us, or could not be kept. */
    WEBHOOK
}
