package jp.anpi.launcher.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.anpi.launcher.Console;
import jp.anpi.simulator.Phone;
import jp.anpi.simulator.chat.ChatEntry;

/** Prints what happens on several phones in the order of its time: date, hour, who, what. */
final class Timeline {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("M/d(E) HH:mm", Locale.JAPANESE).withZone(ZoneId.of("Asia/Tokyo"));
    private static final int LONGEST = 70;

    private final Console console;
    private final DevClock clock;
    private final List<Phone> phones = new ArrayList<>();
    private long seen;

    Timeline(Console console, DevClock clock) {
        this.console = console;
        this.clock = clock;
    }

    /** A message of the account on somebody's phone. */
    record Received(Phone phone, ChatEntry message) {

        boolean offers(String label) {
            return message.labels().contains(label);
        }

        Instant at() {
            return message.at();
        }
    }

    void watch(Phone phone) {
        phones.add(phone);
    }

    void chapter(String japanese, String english) {
        console.line("");
        console.line("■ " + japanese + " / " + english);
    }

    /** Something a person does. */
    void act(String who, String what) {
        print(clock.now(), who, "→ " + what);
    }

    /** Prints what arrived since the last call, and hands it over. */
    List<Received> news() {
        List<Received> fresh = phones.stream()
                .flatMap(phone -> phone.received().stream().map(message -> new Received(phone, message)))
                .filter(received -> received.message().number() > seen)
                .sorted(Comparator.comparing(Received::at)
                        .thenComparing(received -> received.message().number()))
                .toList();
        fresh.forEach(received -> print(received.at(), received.phone().name(), "← " + summary(received.message())));
        seen = fresh.stream()
                .mapToLong(received -> received.message().number())
                .max()
                .orElse(seen);
        return fresh;
    }

    private void print(Instant at, String who, String what) {
        console.line(STAMP.format(at) + "  " + who + " " + what);
    }

    /** A flex message reads its own buttons at its end, which are shown as labels anyway. */
    private static String withoutLabels(String text, List<String> labels) {
        String rest = text;
        for (int i = labels.size() - 1; i >= 0; i--) {
            String label = " " + labels.get(i);
            rest = rest.endsWith(label) ? rest.substring(0, rest.length() - label.length()) : rest;
        }
        return rest;
    }

    private static String summary(ChatEntry message) {
        String text = withoutLabels(message.text().replaceAll("\\s+", " ").strip(), message.labels());
        String shown = text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
        return shown
                + message.labels().stream().map(label -> " [" + label + "]").collect(Collectors.joining());
    }
}
