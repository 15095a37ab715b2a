package jp.anpi.townlife;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.anpi.townlife.Diary.Deed;
import jp.anpi.townlife.Disturbance.Kind;

/** The figures of a town's life in plain text. */
final class Report {

    private static final int SHOWN_FINDINGS = 40;

    private final Town town;
    private final Instant end;
    private final List<Judge.Alert> alerts;
    private final List<String> findings;
    private final Duration took;
    private final StringBuilder text = new StringBuilder();

    Report(Town town, Instant end, List<Judge.Alert> alerts, List<String> findings, Duration took) {
        this.town = town;
        this.end = end;
        this.alerts = alerts;
        this.findings = findings;
        this.took = took;
    }

    String text() {
        head();
        answers();
        alerts();
        delays();
        messages();
        disturbances();
        line("");
        line("Against the reference: "
                + (findings.isEmpty() ? "nothing to find fault with" : findings.size() + " findings"));
        findings.stream().limit(SHOWN_FINDINGS).forEach(finding -> line("  " + finding));
        return text.toString();
    }

    private void line(String format, Object... values) {
        text.append(values.length == 0 ? format : format.formatted(values)).append('\n');
    }

    private void head() {
        TownLifeOptions options = town.options();
        line(
                "A town of %,d people, %,d days, seed %d",
                options.people(), Duration.between(TownLifeOptions.START, end).toDays(), options.seed());
        line(
                "lived in %d min %d s; %,d accounts, %,d of them watched over by nobody",
                took.toMinutes(),
                took.toSecondsPart(),
                town.residents().size(),
                town.residents().stream()
                        .filter(resident -> !resident.watched())
                        .count());
        line("of it: " + town.effort());
        line("fates: "
                + town.residents().stream()
                        .collect(Collectors.groupingBy(
                                Resident::fate, () -> new EnumMap<>(Fate.class), Collectors.counting())));
    }

    private long questions() {
        return town.tally().of(Sight.QUESTION)
                + town.tally().of(Sight.REMINDER)
                + town.tally().of(Sight.LATE_QUESTION);
    }

    private void answers() {
        line("");
        line(
                "Asked        %,9d (questions %,d, asked again %,d, late or once more after an outage %,d)",
                questions(),
                town.tally().of(Sight.QUESTION),
                town.tally().of(Sight.REMINDER),
                town.tally().of(Sight.LATE_QUESTION));
        line("Answers      %,9d heard, %,d lost in an outage", deeds(Deed.OK, true), deeds(Deed.OK, false));
        line(
                "Calls        %,9d for help, %,d pauses, %,d blocks",
                deeds(Deed.HELP, true), deeds(Deed.PAUSE, true), deeds(Deed.BLOCK, true));
        line(
                "Watchers     %,9d alerts read, %,d all-clears, %,d other news",
                town.tally().of(Sight.SILENCE) + town.tally().of(Sight.HELP),
                town.tally().of(Sight.ALL_CLEAR),
                Stream.of(Sight.LOST, Sight.FOUND, Sight.TAKEN, Sight.CLOSED, Sight.OTHER)
                        .mapToLong(town.tally()::of)
                        .sum());
    }

    private long deeds(Deed deed, boolean heard) {
        return town.residents().stream()
                .flatMap(resident -> resident.diary().done().stream())
                .filter(done -> done.deed() == deed && done.heard() == heard)
                .count();
    }

    private void alerts() {
        line("");
        line("Silences reported, by cause (and per 1,000 questions)");
        for (Cause cause : Cause.values()) {
            long count = alerts.stream().filter(alert -> alert.cause() == cause).count();
            line("  %,7d  %8.3f  %s", count, 1000.0 * count / Math.max(1, questions()), cause.words());
        }
    }

    private void delays() {
        line("");
        line("From the last sign of life until a human was told (hours: median, 95 %%, worst)");
        delay("who fell silent for good", Cause.SILENT_FOR_GOOD);
        delay("everybody who was reported", Cause.values());
    }

    private void delay(String whom, Cause... causes) {
        double[] hours = alerts.stream()
                .filter(alert -> Arrays.asList(causes).contains(alert.cause()))
                .mapToDouble(
                        alert -> Duration.between(alert.lastSign(), alert.at()).toMinutes() / 60.0)
                .sorted()
                .toArray();
        if (hours.length > 0) {
            line(
                    "  %7.1f %7.1f %7.1f  %s (%d)",
                    hours[(hours.length - 1) / 2],
                    hours[(int) Math.ceil(0.95 * hours.length) - 1],
                    hours[hours.length - 1],
                    whom,
                    hours.length);
        }
    }

    private void messages() {
        line("");
        line("Messages that LINE counts, per participant and month");
        for (Map.Entry<YearMonth, Map<Sight, Long>> month :
                town.tally().byMonth().entrySet()) {
            long all = month.getValue().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            line(
                    "  %s  %,9d  %5.1f each, %,d of the quota  %s",
                    month.getKey(),
                    all,
                    (double) all / town.options().people(),
                    town.counted(month.getKey()),
                    month.getValue().toString().toLowerCase(Locale.ROOT));
        }
    }

    private void disturbances() {
        line("");
        line("Outages");
        for (Kind kind : Kind.values()) {
            List<Disturbance> own = town.disturbances().stream()
                    .filter(one -> one.kind() == kind && one.began().isBefore(end))
                    .toList();
            if (!own.isEmpty()) {
                Duration longest = own.stream()
                        .map(one -> Duration.between(one.began(), one.ended()))
                        .max(Duration::compareTo)
                        .orElseThrow();
                line(
                        "  %3d %s, the longest of %.1f h, %,d people asked late or once more after them",
                        own.size(), kind, longest.toMinutes() / 60.0, askedAfter(own));
            }
        }
    }

    private long askedAfter(List<Disturbance> disturbances) {
        return town.residents().stream()
                .flatMap(resident -> resident.diary().asked().stream())
                .filter(asked -> asked.sight() == Sight.LATE_QUESTION)
                .filter(asked -> disturbances.stream()
                        .anyMatch(one -> !asked.at().isBefore(one.ended())
                                && !asked.at().isAfter(one.askedAgainBy().plus(Reference.ABOUT))))
                .count();
    }
}
