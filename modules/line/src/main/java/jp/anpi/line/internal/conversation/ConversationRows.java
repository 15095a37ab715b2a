package jp.anpi.line.internal.conversation;

import java.time.Instant;

/** Where conversations wait between two events. */
interface ConversationRows {

    /**
     * @param friend whether the account is a friend, as far as follow and unfollow have told
     * @param heardAt when the person did the newest thing that was worked
     */
    record Row(boolean friend, State state, Instant heardAt) {}

    /** The person's row, made when there is none, and locked until the transaction ends. */
    Row lock(int organizationId, String lineUserId, Instant now);

    void save(int organizationId, String lineUserId, Row row, Instant now);

    /** Forgets that there ever was a conversation. */
    void forget(int organizationId, String lineUserId);
}
