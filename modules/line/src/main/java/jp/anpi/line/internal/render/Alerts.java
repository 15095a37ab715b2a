package jp.anpi.line.internal.render;

import com.linecorp.bot.messaging.model.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.anpi.messaging.OutboxMessage;

/** What calls a watcher to act. Says the number; who it is is shown on demand (R-009, R-072, R-073, E-12, E-14). */
@ApplicationScoped
public class Alerts {

    private Phrases phrases;
    private Labels labels;

    /** For the proxy. */
    public Alerts() {}

    @Inject
    public Alerts(Phrases phrases, Labels labels) {
        this.phrases = phrases;
        this.labels = labels;
    }

    Message silence(OutboxMessage message) {
        String since =
                phrases.of("alert.since", Integer.parseInt(message.content().get("hours")));
        return Bubbles.of(
                phrases.of("alert.alt"),
                phrases.of("alert.title"),
                about(message, since, next(message)),
                labels.ofAlert(named(message)));
    }

    Message helpWanted(OutboxMessage message) {
        return Bubbles.of(
                phrases.of("help.alt"),
                phrases.of("help.title"),
                about(message, phrases.of("help.what"), next(message)),
                labels.ofAlert(named(message)));
    }

    Message unreachable(OutboxMessage message) {
        return Bubbles.of(
                phrases.of("unreachable.alt"),
                phrases.of("unreachable.title"),
                about(message, phrases.of("unreachable.what"), phrases.of("unreachable.next")),
                labels.ofNotice(named(message)));
    }

    private String next(OutboxMessage message) {
        return phrases.of(message.content().containsKey("alone") ? "alert.next.alone" : "alert.next");
    }

    /**
     * The number comes first, so that who watches two people can tell them apart, and knows to whom the news that follow
     * belong. An alert that an older release left waiting has none, and goes out all the same.
     */
    private List<String> about(OutboxMessage message, String... paragraphs) {
        String number = message.content().get("number");
        Stream<String> first = number == null ? Stream.empty() : Stream.of(phrases.of("alert.about", number));
        return Stream.concat(first, Stream.of(paragraphs)).toList();
    }

    /** The id that the owner wants on the buttons; the message's own where it names none. */
    private static UUID named(OutboxMessage message) {
        String named = message.content().get("message");
        return named == null ? message.id() : UUID.fromString(named);
    }
}
