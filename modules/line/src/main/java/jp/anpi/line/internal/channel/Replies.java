package jp.anpi.line.internal.channel;

import com.linecorp.bot.messaging.model.Message;
import java.util.List;

/** Answers within a reply token's minute; they cost nothing (E-4). */
public interface Replies {

    /** What became of a reply. */
    enum Outcome {
        SENT,
        /** The token is used up or too old: push instead. */
        TOKEN_GONE,
        /** LINE may have shown it or not: a reply has no retry key, so it is not sent again. */
        UNCERTAIN,
        /** LINE did not take it and a push would fare no better, or could not be reached at all. */
        REFUSED
    }

    /** Sends 1 to 5 messages and waits for LINE's answer, some ten seconds at most. Never throws. */
    Outcome reply(int organizationId, String replyToken, List<Message> messages);
}
