package jp.anpi.line.internal.channel;

import com.linecorp.bot.messaging.model.Message;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Answers within a reply token's minute; they cost nothing (E-4). */
public interface Replies {

    /** What became of a reply. */
    enum Outcome {
        SENT,
        /** Certainly not shown, and the token is of no more use (too old, or LINE out of reach): push instead. */
        TOKEN_GONE,
        /** LINE may have shown it or not: a reply has no retry key, so it is not sent again. */
        UNCERTAIN,
        /** LINE did not take it, and a push of the same would fare no better. */
        REFUSED
    }

    /** Sends 1 to 5 messages; LINE answers within some twenty seconds. Never fails: every failure is an outcome. */
    CompletableFuture<Outcome> reply(int organizationId, String replyToken, List<Message> messages);
}
