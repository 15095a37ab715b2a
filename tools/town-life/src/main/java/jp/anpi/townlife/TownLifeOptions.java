package jp.anpi.townlife;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import jp.anpi.launcher.LaunchFailure;
import jp.anpi.townlife.Disturbance.Kind;

/**
 * Which town, and for how long. The same options always give the same life.
 *
 * @param disturbances which kinds of them happen
 * @param daysBetween on average, from one disturbance to the next
 * @param minutes of the machine's time after which the life ends early and is judged as far as it came; 0 never
 * @param directory of the product's data
 */
public record TownLifeOptions(
        long seed, int people, int days, Set<Kind> disturbances, int daysBetween, int minutes, Path directory) {

    /** Their words on a command line. */
    public static final List<String> HELP = List.of(
            "--people N     participants, 1 to 20,000 (default 2,000)",
            "--days D       simulated days, 2 to 3,660 (default 365)",
            "--minutes M    ends the life early after so long, and judges it as far as it came",
            "--seed S       another seed is another town (default " + TownLifeOptions.SEED + ")");

    static final long SEED = 20260411L;

    /** A spring morning before anybody is asked, in the middle of a month. */
    static final Instant START = Instant.parse("2026-04-10T20:00:00Z");

    private static final Set<Kind> TROUBLES = Set.of(Kind.values());

    /** The full year of the full town. */
    public static TownLifeOptions year(Path directory) {
        return new TownLifeOptions(SEED, 2_000, 365, TROUBLES, 12, 0, directory);
    }

    /** A week of a village, with the process stopped and killed. */
    public static TownLifeOptions village(Path directory) {
        return new TownLifeOptions(SEED, 24, 7, Set.of(Kind.STOPPED, Kind.KILLED), 3, 0, directory);
    }

    /** Those that {@code -Danpi.year.seed}, {@code -Danpi.year.people} and {@code -Danpi.year.days} name are changed. */
    public TownLifeOptions withSystemProperties() {
        return new TownLifeOptions(
                Long.getLong("anpi.year.seed", seed),
                Integer.getInteger("anpi.year.people", people),
                Integer.getInteger("anpi.year.days", days),
                disturbances,
                daysBetween,
                minutes,
                directory);
    }

    /** @throws LaunchFailure for a word that means nothing here */
    public TownLifeOptions with(List<String> words) {
        Deque<String> rest = new ArrayDeque<>(words);
        long newSeed = seed;
        int newPeople = people;
        int newDays = days;
        int newMinutes = minutes;
        while (!rest.isEmpty()) {
            String word = rest.pop();
            switch (word) {
                case "--people" -> newPeople = (int) number(word, rest.poll(), 1, 20_000);
                case "--days" -> newDays = (int) number(word, rest.poll(), 2, 3_660);
                case "--minutes" -> newMinutes = (int) number(word, rest.poll(), 1, 10_000);
                case "--seed" -> newSeed = number(word, rest.poll(), Long.MIN_VALUE, Long.MAX_VALUE);
                default ->
                    throw new LaunchFailure(
                            LaunchFailure.WRONG_SETTING, "unknown option " + word + "; see ./anpi bench --help");
            }
        }
        return new TownLifeOptions(newSeed, newPeople, newDays, disturbances, daysBetween, newMinutes, directory);
    }

    private static long number(String option, String text, long least, long most) {
        try {
            long number = Long.parseLong(String.valueOf(text).replace(",", "").replace("_", ""));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // answered below, in the same words as a number out of range
        }
        throw new LaunchFailure(
                LaunchFailure.WRONG_SETTING, option + " needs a whole number from " + least + " to " + most);
    }
}
