package jp.anpi.line.internal.conversation;

import com.linecorp.bot.messaging.model.Message;
import java.util.List;

/**
 * What a person is answered.
 *
 * @param replies one to five messages, or none where nobody reads an answer
 * @param pushed what may be pushed in their place when the reply comes too late: nothing that names a person or
 *     repeats what one typed
 */
public record Answered(List<Message> replies, List<Message> pushed) {
    @Override
    public String toString() {
        return "Answered[" + replies.size() + " messages]";
    }
}
