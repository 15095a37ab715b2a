package jp.anpi.line.internal.conversation;

/** Where a person stands in a dialogue: what they were asked last. */
enum Step {
    /** はい or いいえ to the terms. */
    CONSENT,
    INTERVAL,
    HOUR,
    SECOND_HOUR,
    /** はい or いいえ to the chosen rhythm. */
    SUMMARY,
    /** An OK that is no check-in yet. */
    PRACTICE,
    /** Whether, and as what, to accept an invitation. */
    INVITED,
    /** Whose pause it is. */
    WHOM,
    LAST_DAY,
    REVOKING,
    LEAVING,
    /** How a watcher found out that all is well. */
    CLOSING,
    NICKNAME,
    NICKNAME_CONFIRM;

    /** Only an offer: whatever else the person does ends it. */
    boolean offer() {
        return this == NICKNAME || this == NICKNAME_CONFIRM;
    }

    /** Asks about what the person already has: left alone for a while, nothing is lost when it ends. */
    boolean forgettable() {
        return switch (this) {
            case WHOM, LAST_DAY, REVOKING, LEAVING, NICKNAME, NICKNAME_CONFIRM -> true;
            default -> false;
        };
    }

    /** Whether free words are an answer. */
    boolean typing() {
        return offer() || this == CLOSING;
    }
}
