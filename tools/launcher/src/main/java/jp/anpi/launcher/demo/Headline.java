package jp.anpi.launcher.demo;

import java.util.List;
import java.util.stream.Stream;
import jp.anpi.simulator.chat.ChatEntry;

/** What a message says in short: as many of its first sentences as fit on two lines, each of them whole. */
final class Headline {

    private static final int ROOM = 90;

    private Headline() {}

    /** At least the first sentence, however long that is. */
    static String of(ChatEntry message) {
        // What a notification shows leaves out the buttons and most of the small print.
        String alternative = message.message().path("altText").asText("");
        return of(alternative.isBlank() ? message.text() : alternative);
    }

    static String of(String text) {
        List<String> sentences = Stream.of(text.split("(?<=[。？！])(?![）」])|\\R"))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
        String shown = "";
        for (String sentence : sentences) {
            String longer = shown.isEmpty() || shown.matches(".*[。？！]") ? shown + sentence : shown + " " + sentence;
            if (!shown.isEmpty() && TextWidth.of(longer) > ROOM) {
                break;
            }
            shown = longer;
        }
        return shown;
    }
}
