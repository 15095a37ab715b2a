package jp.anpi.simulator.chat;

/** Who put an entry into the chat. */
public enum Direction {
    /** The official account. */
    FROM_ACCOUNT,
    /** A person. */
    FROM_PERSON,
    /** LINE itself, e.g. "さくらが参加しました". */
    NOTICE
}
