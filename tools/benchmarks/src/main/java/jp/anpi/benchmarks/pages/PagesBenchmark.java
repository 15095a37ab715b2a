package jp.anpi.benchmarks.pages;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import jp.anpi.benchmarks.Benchmark;
import jp.anpi.benchmarks.workbench.Options;
import jp.anpi.benchmarks.workbench.Options.Size;
import jp.anpi.benchmarks.workbench.Samples;
import jp.anpi.benchmarks.workbench.Target;
import jp.anpi.benchmarks.workbench.Workbench;
import jp.anpi.launcher.Console;

/**
 * The pages of staff in a large town, one request after the other, from the request to the last byte of the answer. The
 * floor is a page that looks nothing up but who is signed in.
 */
public final class PagesBenchmark implements Benchmark {

    static final Size PEOPLE = new Size("--people", 5_000, 2_000_000, 100_000, "participants");
    static final Size SAMPLE = new Size("--sample", 200, 20_000, 500, "of them with two years of questions");
    static final Size LOOKS = new Size("--looks", 20, 10_000, 200, "requests for each page");
    static final List<Size> SIZES = List.of(PEOPLE, SAMPLE, LOOKS);

    private static final String PASSWORD = "bench-secret-words";
    private static final Target QUICK = Target.atMost("slowest page, 95 in 100 within, ms", "%.0f", 300);
    private static final Target WHOLE = Target.atMost("large tables that were read whole", "%.0f", 0);
    private static final int WARM_UP = 100;
    private static final long SEED = 20261129;

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public String purpose() {
        return "how long staff wait for a page with N participants";
    }

    @Override
    public List<String> help() {
        return Options.help(SIZES);
    }

    @Override
    public void run(List<String> words, Console console, Clock clock) {
        Options options = Options.parse(SIZES, words);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Map<String, String> standing =
                Map.of("anpi.profile", "dev", "anpi.clock", "manual:" + now, "anpi.admin.password", PASSWORD);
        try (Workbench bench = Workbench.start("pages", standing, console)) {
            int people = options.of(PEOPLE);
            int sample = options.of(SAMPLE);
            console.step(String.format(Locale.ROOT, "A town of %,d, %,d of them for two years", people, sample));
            LargeTown town = new LargeTown(bench.database(), now);
            town.settle(people, sample);
            Map<String, Long> before = town.readWhole();
            new Measurement(bench, options.of(LOOKS), people, sample).run(console);
            Map<String, Long> after = town.readWhole();
            after.replaceAll((table, scans) -> scans - before.getOrDefault(table, 0L));
            after.values().removeIf(scans -> scans == 0);
            console.line(WHOLE.line(after.size()) + (after.isEmpty() ? "" : " " + after));
        }
    }

    private static final class Measurement {

        private final OfficeBrowser officer;
        private final OfficeBrowser commissioner;
        private final Random random = new Random(SEED);
        private final List<Long> incidents;
        private final int looks;
        private final int people;
        private final int sample;
        private double slowest;

        Measurement(Workbench bench, int looks, int people, int sample) {
            this.officer = OfficeBrowser.signIn(bench.instance().address(), "admin", PASSWORD);
            this.commissioner = OfficeBrowser.signIn(bench.instance().address(), "minsei", PASSWORD);
            this.incidents =
                    bench.database().list("select id from incident where closed_at is null", row -> row.getLong(1));
            this.looks = looks;
            this.people = people;
            this.sample = sample;
        }

        /** All pages are warm before the first is measured: else the first would pay for all of them. */
        void run(Console console) {
            List<Page> pages = pages();
            for (int i = 0; i < WARM_UP; i++) {
                pages.forEach(Page::look);
            }
            console.line("");
            console.line(String.format(Locale.ROOT, "Pages of staff, %,d requests each, ms", looks));
            pages.forEach(page -> measure(console, page));
            console.line(QUICK.line(slowest));
        }

        private List<Page> pages() {
            return List.of(
                    new Page("floor", officer, () -> "password"),
                    new Page("Today", officer, () -> ""),
                    new Page("list of people", officer, () -> "people?after=" + somebody()),
                    new Page("list of those with nobody to tell", officer, () -> "people?kind=NOBODY_TO_TELL"),
                    new Page("list of a district", officer, () -> "people?district=" + (1 + random.nextInt(40))),
                    new Page("search by number", officer, () -> "people?search=B" + somebody()),
                    new Page(
                            "search by nickname",
                            officer,
                            () -> "people?search=" + OfficeBrowser.encoded("サクラ" + somebody())),
                    new Page("a person", officer, () -> "person?id=" + (1 + random.nextInt(sample))),
                    new Page(
                            "an incident",
                            officer,
                            () -> "incident?id=" + incidents.get(random.nextInt(incidents.size()))),
                    new Page("list of teams", officer, () -> "teams"),
                    new Page("a team", officer, () -> "team?id=" + (1 + random.nextInt(1_000))),
                    new Page("Today of a commissioner", commissioner, () -> ""),
                    new Page("list of a commissioner", commissioner, () -> "people"));
        }

        private int somebody() {
            return 1 + random.nextInt(people);
        }

        private void measure(Console console, Page page) {
            List<Double> taken = new ArrayList<>();
            for (int i = 0; i < looks; i++) {
                long begin = System.nanoTime();
                page.look();
                taken.add((System.nanoTime() - begin) / 1e6);
            }
            double late = Samples.percentile(taken, 0.95);
            slowest = Math.max(slowest, late);
            console.line(String.format(
                    Locale.ROOT, "  %-34s median %6.1f   95 in 100 %6.1f", page.name(), Samples.median(taken), late));
        }
    }

    /** A kind of page, and who looks at which of them. */
    private record Page(String name, OfficeBrowser browser, Supplier<String> path) {

        void look() {
            browser.page(path.get());
        }
    }
}
