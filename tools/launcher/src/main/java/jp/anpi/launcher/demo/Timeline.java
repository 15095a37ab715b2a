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
import jp.anpi.simulator.chat.Via;

/** Prints what happens on several phones in the order of its time: the day, then hour, who, what. */
final class Timeline implements Resident.Diary {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("M月d日(E)", Locale.JAPANESE).withZone(TOKYO);
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm").withZone(TOKYO);
    private static final int NAME = 9;
    private static final int WORDS = 60;
    private static final String INDENT = " ".repeat(20);

    private final Console console;
    private final DevClock clock;
    private final List<Phone> phones = new ArrayList<>();
    private final List<Received> unread = new ArrayList<>();
    private long seen;
    private boolean brief;
    private String day = "";
    private String moment = "";

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

        String headline() {
            return unasked() ? Headline.of(message) : Headline.ofDialogue(message);
        }

        /** Whether it came by itself, not as the answer to something done on this phone. */
        boolean unasked() {
            return message.via() != Via.REPLY;
        }
    }

    void watch(Phone phone) {
        phones.add(phone);
    }

    void chapter(String japanese, String english) {
        console.line("");
        console.line("■ " + japanese + " / " + english);
        day = "";
    }

    /** Something a person does, after what had arrived before. */
    @Override
    public void did(Phone who, String deed) {
        printArrivals();
        if (!brief) {
            print(clock.now(), who.name(), "→ " + deed);
        }
    }

    /** Says in one line what would be long to watch. */
    void inBrief(Phone who, String summary, Runnable happening) {
        did(who, summary);
        brief = true;
        happening.run();
        printArrivals();
        brief = false;
    }

    /** Prints what arrived, and hands over everything since the last call. */
    List<Received> news() {
        printArrivals();
        List<Received> fresh = List.copyOf(unread);
        unread.clear();
        return fresh;
    }

    private void printArrivals() {
        List<Received> fresh = phones.stream()
                .flatMap(phone -> phone.received().stream().map(message -> new Received(phone, message)))
                .filter(received -> received.message().number() > seen)
                .sorted(Comparator.comparing(Received::at)
                        .thenComparing(received -> received.message().number()))
                .toList();
        if (!brief) {
            fresh.forEach(this::print);
        }
        unread.addAll(fresh);
        seen = fresh.stream()
                .mapToLong(received -> received.message().number())
                .max()
                .orElse(seen);
    }

    /** What a reply offers shows in what is pressed next. */
    private void print(Received received) {
        print(received.at(), received.phone().name(), "← " + received.headline());
        String labels = received.message().labels().stream()
                .map(label -> "[" + label + "]")
                .collect(Collectors.joining(" "));
        if (received.unasked() && !labels.isEmpty()) {
            printWrapped(INDENT + "  ", labels);
        }
    }

    /** Day and minute are said once for all that happens then. */
    private void print(Instant at, String who, String what) {
        if (!DAY.format(at).equals(day)) {
            day = DAY.format(at);
            moment = "";
            console.line("  " + day);
        }
        String shown = HOUR.format(at).equals(moment) ? "" : HOUR.format(at);
        moment = HOUR.format(at);
        printWrapped("    " + TextWidth.padded(shown, 7) + TextWidth.padded(who, NAME), what);
    }

    private void printWrapped(String beginning, String words) {
        List<String> lines = TextWidth.wrap(words, WORDS - 2);
        console.line(beginning + lines.get(0));
        lines.stream().skip(1).forEach(line -> console.line(INDENT + "  " + line));
    }
}
