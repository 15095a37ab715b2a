package jp.anpi.launcher.demo;

import java.util.List;
import java.util.stream.Stream;
import jp.anpi.simulator.chat.ChatEntry;

/** What a message says in short, without stopping in the middle of a sentence. */
final class Headline {

    private static final int ROOM = 90;

    private Headline() {}

    /** The large line of a card above its buttons, else the first words. */
    static String ofDialogue(ChatEntry message) {
        boolean asks = message.type().equals("flex") && !message.labels().isEmpty();
        return asks
                ? message.message().path("contents").findValue("text").asText().replace("\n", "")
                : of(message);
    }

    /** What a notification shows: it leaves out the buttons and most of the small print. */
    static String of(ChatEntry message) {
        String alternative = message.message().path("altText").asText("");
        return of(alternative.isBlank() ? message.text() : alternative);
    }

    /** As many sentences of the first paragraph as fit on two lines; at least one, however long that is. */
    static String of(String text) {
        String paragraph = text.lines().findFirst().orElse("");
        List<String> sentences = Stream.of(paragraph.split("(?<=[。？！])(?![）」])"))
                .map(String::strip)
                .toList();
        String shown = "";
        for (String sentence : sentences) {
            if (!shown.isEmpty() && TextWidth.of(shown + sentence) > ROOM) {
                break;
            }
            shown += sentence;
        }
        return shown;
    }
}
