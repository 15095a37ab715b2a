package jp.anpi.line.internal.render;

import com.linecorp.bot.messaging.model.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * What is offered under the messages that nobody asked for: the question's and the alert's choices (E-11, E-12).
 *
 * <p>The question's data is the same for everyone and for ever: any OK counts, whichever message it was under (E-4).
 */
@ApplicationScoped
public class Labels {

    /** Data of the OK: a sign of life. */
    public static final String OK = "ok";
    /** Data of 「連絡がほしい」. */
    public static final String HELP = "help";
    /** Data of 「確認する」, before the id of the message. */
    public static final String LOOK = "alert:look:";
    /** Data of 「対応します」, before the id of the message. */
    public static final String TAKE = "alert:take:";
    /** Data of 「無事を確認しました」, before the id of the message. */
    public static final String SAFE = "alert:safe:";

    private Phrases phrases;

    /** For the proxy. */
    public Labels() {}

    @Inject
    public Labels(Phrases phrases) {
        this.phrases = phrases;
    }

    /** The huge OK and, quieter, the wish to be contacted. */
    public List<Choice> ofQuestion() {
        return List.of(
                Choice.ok(Actions.postback(phrases.of("label.ok"), OK)),
                Choice.quiet(Actions.postback(phrases.of("label.help"), HELP)));
    }

    /** The three things that a watcher can do about an alert. */
    public List<Choice> ofAlert(UUID message) {
        return List.of(
                Choice.primary(Actions.postback(phrases.of("label.take"), TAKE + message)),
                Choice.secondary(look(message)),
                Choice.quiet(Actions.postback(phrases.of("label.safe"), SAFE + message)));
    }

    /** Only to see who it is. */
    public List<Choice> ofNotice(UUID message) {
        return List.of(Choice.primary(look(message)));
    }

    private Action look(UUID message) {
        return Actions.postback(phrases.of("label.look"), LOOK + message);
    }
}
