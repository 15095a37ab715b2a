package jp.anpi.line.internal.render;

import com.linecorp.bot.messaging.model.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** News that asks nothing of a watcher, and news for a participant (E-6, E-10, E-12, E-13, E-14). */
@ApplicationScoped
public class Notices {

    private Phrases phrases;

    /** For the proxy. */
    public Notices() {}

    @Inject
    public Notices(Phrases phrases) {
        this.phrases = phrases;
    }

    Message reachableAgain(Map<String, String> content) {
        return notice("reachable.title", phrases.of("reachable.what", number(content)));
    }

    Message allClear(Map<String, String> content, ZoneId zone) {
        String moment =
                format("format.moment").format(Instant.parse(content.get("at")).atZone(zone));
        return notice(
                "all-clear.title", phrases.of("all-clear.what", number(content), moment), phrases.of("all-clear.next"));
    }

    Message taken(Map<String, String> content) {
        return byStaff(content)
                ? notice("taken.staff.title", phrases.of("taken.staff.what", number(content)))
                : notice("taken.title", phrases.of("taken.what", number(content)));
    }

    Message closed(Map<String, String> content) {
        return notice(
                "closed.title", phrases.of(byStaff(content) ? "closed.staff.what" : "closed.what", number(content)));
    }

    /** Of a death nobody is to read on a phone. */
    Message askingEnded(Map<String, String> content) {
        return notice(
                "asking-ended.title",
                phrases.of("asking-ended.what", number(content)),
                phrases.of("asking-ended.next"));
    }

    Message askingResumed(Map<String, String> content) {
        return notice("asking-resumed.title", phrases.of("asking-resumed.what", number(content)));
    }

    Message teamLeft() {
        return offering("team-left.title", "label.my-page", phrases.of("team-left.what"), phrases.of("team-left.next"));
    }

    /** To everybody in a team, by what they are in it. */
    Message team(String news, Map<String, String> content) {
        Stream<String> parts = Stream.of("elsewhere", "participant", "watcher", "lead")
                .filter(content::containsKey)
                .map(part -> "." + part + "." + content.get(part));
        String[] paragraphs = Stream.concat(Stream.of(".what"), parts)
                .map(key -> phrases.of(news + key))
                .toArray(String[]::new);
        if ("alone".equals(content.get("participant"))) {
            return offering(news + ".title", "label.invite", paragraphs);
        }
        return content.containsKey("watcher") || content.containsKey("elsewhere")
                ? offering(news + ".title", "label.my-page", paragraphs)
                : notice(news + ".title", paragraphs);
    }

    Message participantLeft(Map<String, String> content) {
        return notice("left.title", phrases.of("left.what", number(content)), phrases.of("left.thanks"));
    }

    /** Who did it, at whose request; how to begin again, and what to do where nobody asked for it. */
    Message farewell() {
        return offering(
                "farewell.title",
                "label.menu",
                phrases.of("farewell.what"),
                phrases.of("farewell.thanks"),
                phrases.of("farewell.next"),
                phrases.of("farewell.unknown"));
    }

    Message watchEnded(Map<String, String> content) {
        return notice("watch-ended.title", phrases.of("watch-ended.what", number(content)), phrases.of("left.thanks"));
    }

    Message participantJoined(Map<String, String> content) {
        return notice("participant-joined.title", phrases.of("participant-joined.what", number(content)));
    }

    Message watcherJoined(Map<String, String> content) {
        return offering(
                "watcher-joined.title",
                "label.my-page",
                phrases.of("watcher-joined.what", number(content)),
                phrases.of("watcher-joined.next"));
    }

    /** What staff made of somebody, and with whom; how to end it stands last. */
    Message added(String news, Map<String, String> content) {
        return offering(
                news + ".title",
                "label.my-page",
                phrases.of(news + ".what"),
                whom(news, content),
                phrases.of(news + ".next"));
    }

    private String whom(String news, Map<String, String> content) {
        String numbers = content.get("numbers");
        if (numbers == null) {
            return phrases.of(news + ".nobody");
        }
        String named = numbers.replace(",", phrases.of("numbers.separator"));
        return content.containsKey("more")
                ? phrases.of(news + ".more", named, Integer.parseInt(content.get("more")))
                : phrases.of(news + ".whom", named);
    }

    Message noWatcherLeft() {
        return offering("nobody.title", "label.invite", phrases.of("nobody.what"), phrases.of("nobody.next"));
    }

    /** Who set it, its last day, and when the next question really comes. */
    Message pauseSet(Map<String, String> content, ZoneId zone) {
        String lastDay = format("format.day").format(LocalDate.parse(content.get("lastDay")));
        // One that an older release left waiting says neither who set it nor what is next.
        String what = phrases.of("pause.what." + content.getOrDefault("setBy", "SOMEBODY"), lastDay);
        String next = content.containsKey("next")
                ? "\n" + phrases.of("pause.question", slot(Instant.parse(content.get("next")), zone))
                : "";
        return offering("pause.title", "label.resume", what + next, phrases.of("pause.next"));
    }

    private String slot(Instant instant, ZoneId zone) {
        return format("format.slot").format(instant.atZone(zone));
    }

    private Message notice(String titleKey, String... paragraphs) {
        String title = phrases.of(titleKey);
        return Bubbles.of(alternative(title, paragraphs), title, List.of(paragraphs), List.of());
    }

    /** The choice is a message action: it does what typing the word does, at any time. */
    private Message offering(String titleKey, String labelKey, String... paragraphs) {
        String title = phrases.of(titleKey);
        Choice choice = Choice.primary(Actions.message(phrases.of(labelKey)));
        return Bubbles.of(alternative(title, paragraphs), title, List.of(paragraphs), List.of(choice));
    }

    private static String alternative(String title, String... paragraphs) {
        return title.replace("\n", "") + " " + paragraphs[0].replace("\n", "");
    }

    private DateTimeFormatter format(String key) {
        return DateTimeFormatter.ofPattern(phrases.of(key), Locale.JAPANESE);
    }

    private static boolean byStaff(Map<String, String> content) {
        return content.containsKey("staff");
    }

    private static String number(Map<String, String> content) {
        String number = content.get("number");
        if (number == null) {
            throw new IllegalArgumentException("A notice needs the participant's number");
        }
        return number;
    }
}
