package jp.anpi.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A question with all its follow-ups, for everybody in a neighbourhood, struck by a mishap in each of its parts. In the
 * end everybody was asked as often as their habit has it, the watchers of the silent were told once, nobody else's, and
 * whoever was told read that all is well.
 */
final class Day {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** When somebody answers. */
    private enum Habit {
        AT_ONCE(1),
        AFTER_THE_REMINDER(2),
        AT_THE_LAST_MOMENT(2),
        AFTER_THE_ALERT(2);

        private final int askings;

        Habit(int askings) {
            this.askings = askings;
        }
    }

    /** What a node could not store may be lost, and people are asked again. */
    private static final String DEAF = "kind = 'WEBHOOK'";

    private static final String OTHERS = "kind <> 'WEBHOOK'";

    private final Region region;
    private final Neighbourhood neighbourhood;
    private final Chance chance;
    private final Mishaps mishaps;
    private final boolean powerFails;
    private final Map<Household, Habit> habits = new LinkedHashMap<>();
    private final Set<Household> tapped = new HashSet<>();
    private final long knownDeaf;
    private final long knownOthers;
    private int powerCuts;
    private int lostTaps;

    Day(Region region, Neighbourhood neighbourhood, Chance chance, boolean powerFails) {
        this.region = region;
        this.neighbourhood = neighbourhood;
        this.chance = chance;
        this.mishaps = new Mishaps(region, chance);
        this.powerFails = powerFails;
        this.knownDeaf = outages(DEAF);
        this.knownOthers = outages(OTHERS);
        neighbourhood.households().forEach(household -> habits.put(household, chance.oneOf(List.of(Habit.values()))));
    }

    void live() {
        neighbourhood.readAll();
        int worstHour = powerFails ? chance.upTo(5) : 0;
        during(worstHour == 1, neighbourhood::everybodyIsDue, household -> questions(household) >= 1);
        during(worstHour == 2, () -> answer(Habit.AT_ONCE), this::answered);
        neighbourhoodPasses(
                Duration.ofHours(24),
                worstHour == 3,
                household -> questions(household) >= habits.get(household).askings);
        during(false, () -> answer(Habit.AFTER_THE_REMINDER), this::answered);
        neighbourhoodPasses(
                Duration.ofHours(4),
                worstHour == 4,
                household -> habits.get(household) != Habit.AFTER_THE_ALERT
                        || household.watcher().alerts() >= 1);
        during(worstHour == 5, () -> answer(Habit.AFTER_THE_ALERT), this::answered);
        long deaf = outages(DEAF) - knownDeaf;
        long others = outages(OTHERS) - knownOthers;
        assertThat(others).as("outages of this day").isLessThanOrEqualTo(powerCuts);
        assertThat(deaf).as("outages of hearing, with taps lost: " + lostTaps).isLessThanOrEqualTo(lostTaps);
        habits.forEach((household, habit) -> check(household, habit, deaf + others));
    }

    private long outages(String which) {
        return region.rows().count("select count(*) from outage where " + which);
    }

    private void neighbourhoodPasses(Duration time, boolean powerFailsNow, Predicate<Household> done) {
        during(
                powerFailsNow,
                () -> {
                    neighbourhood.pass(time);
                    if (time.equals(Duration.ofHours(4))) {
                        answer(Habit.AT_THE_LAST_MOMENT);
                    }
                },
                done);
    }

    private void during(boolean powerFailsNow, Runnable part, Predicate<Household> done) {
        Mishap mishap = powerFailsNow ? mishaps.powerCut() : mishaps.next();
        System.out.println("  " + mishap);
        powerCuts += mishap.isOutage() ? 1 : 0;
        if (mishap.isOutage()) {
            // Nobody can tap, and no row be moved, while there is no power.
            part.run();
            mishap.begin();
        } else {
            mishap.begin();
            part.run();
        }
        mishap.end();
        for (Household household : neighbourhood.households()) {
            Patience.until(
                    PATIENCE, () -> "done: " + habits.get(household) + ", " + household, () -> done.test(household));
        }
        neighbourhood.quiet();
    }

    private void answer(Habit habit) {
        habits.entrySet().stream()
                .filter(entry -> entry.getValue() == habit)
                .forEach(entry -> tapUntilHeard(entry.getKey()));
    }

    /** As people do: they press again where LINE could not deliver it. What was answered by 200 is heard. */
    private void tapUntilHeard(Household household) {
        Patience.until(PATIENCE, "a tap that is heard", () -> region.runningUnfrozen().stream()
                .anyMatch(node -> {
                    region.webhooksTo(node);
                    boolean heard = household.participant().phone().press("OK").status() == 200;
                    lostTaps += heard ? 0 : 1;
                    return heard;
                }));
        tapped.add(household);
    }

    private boolean answered(Household household) {
        return !tapped.contains(household) || !neighbourhood.isOpen(household);
    }

    private static long questions(Household household) {
        return household.participant().questions();
    }

    private void check(Household household, Habit habit, long outages) {
        String what = habit + ": " + household;
        assertThat(questions(household)).as(what).isBetween((long) habit.askings, (long) habit.askings + outages);
        assertThat(neighbourhood.isOpen(household)).as(what).isFalse();
        long alerts = household.watcher().alerts();
        switch (habit) {
            case AT_ONCE, AFTER_THE_REMINDER ->
                assertThat(household.watcher().news()).as(what).isEmpty();
            case AFTER_THE_ALERT -> {
                assertThat(alerts).as(what).isEqualTo(1);
                assertThat(household.watcher().otherNews()).as(what).isEqualTo(1);
            }
            case AT_THE_LAST_MOMENT -> {
                assertThat(alerts).as(what).isLessThanOrEqualTo(1);
                assertThat(household.watcher().otherNews()).as(what).isBetween(alerts, 1L);
            }
        }
    }
}
