package jp.anpi.line.internal.conversation;

import com.linecorp.bot.messaging.model.Message;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import jp.anpi.line.internal.render.Phrases;
import jp.anpi.line.internal.render.Texts;

/** What the account says when it is brought into a group. */
@Dependent
public class GroupGreeting {

    private final Phrases phrases;

    @Inject
    GroupGreeting(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Kindly: the account talks to one person at a time. */
    public Answered joined() {
        List<Message> text = List.of(Texts.of(phrases.of("group.joined")));
        return new Answered(text, text);
    }
}
