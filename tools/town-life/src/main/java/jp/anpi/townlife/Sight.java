package jp.anpi.townlife;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.anpi.simulator.chat.ChatEntry;
import jp.anpi.simulator.chat.Via;

/** What a person makes of a message that was sent to them, by what is written on it. */
enum Sight {
    REMINDER("もう一度おたずねします"),
    LATE_QUESTION("お届けが遅れました"),
    QUESTION(""),
    SILENCE("返事がありません"),
    HELP("「連絡がほしい」とお知らせがありました"),
    LOST("届かなくなりました"),
    FOUND("また届くようになりました"),
    ALL_CLEAR("ご無事がわかりました"),
    TAKEN("ほかの方が対応しています"),
    CLOSED("ご無事が確認されました"),
    OTHER("");

    private static final Pattern ABOUT = Pattern.compile("登録番号 ?(\\S+?) ?の方");
    private static final List<Sight> ASKING = List.of(REMINDER, LATE_QUESTION, QUESTION);

    private final String title;

    Sight(String title) {
        this.title = title;
    }

    /** Empty for what answers the person's own doing: replies cost nothing and are part of a dialogue. */
    static Optional<Sight> of(ChatEntry entry) {
        if (!entry.fromAccount() || entry.via() == Via.REPLY) {
            return Optional.empty();
        }
        List<String> labels = entry.labels();
        boolean asks = labels.contains("OK") && labels.contains("連絡がほしい");
        String text = entry.text().replaceAll("\\s", "");
        return Optional.of(Arrays.stream(values())
                .filter(sight -> sight.asks() == asks && text.contains(sight.title))
                .findFirst()
                .orElse(OTHER));
    }

    /** The registration number of the participant whom a message is about. */
    static Optional<String> about(ChatEntry entry) {
        Matcher number = ABOUT.matcher(entry.text());
        return number.find() ? Optional.of(number.group(1)) : Optional.empty();
    }

    /** Whether it asks the person how they are. */
    boolean asks() {
        return ASKING.contains(this);
    }

    /** Whether it calls a watcher to act. */
    boolean alarms() {
        return this == SILENCE || this == HELP;
    }
}
