package jp.anpi.townlife;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;

/**
 * How often and when somebody wants to be asked.
 *
 * @param interval the label to press
 */
record Habit(String interval, int days, int hour) {

    private static final List<Habit> INTERVALS = List.of(
            new Habit("毎日", 1, 0),
            new Habit("毎日", 1, 0),
            new Habit("毎日", 1, 0),
            new Habit("2日毎", 2, 0),
            new Habit("2日毎", 2, 0),
            new Habit("3日毎", 3, 0),
            new Habit("3日毎", 3, 0),
            new Habit("5日毎", 5, 0),
            new Habit("7日毎", 7, 0),
            new Habit("14日毎", 14, 0));
    private static final List<Integer> USUAL_HOURS = List.of(7, 8, 8, 8, 9, 9, 10, 12, 15, 18, 20);
    private static final int WAKES = 6;
    private static final int SLEEPS = 23;

    /** Mostly the morning; one in ten at any hour, in the middle of the night too. */
    static Habit any(Random dice) {
        Habit interval = INTERVALS.get(dice.nextInt(INTERVALS.size()));
        int kind = dice.nextInt(20);
        int hour = kind == 0 ? 3 : kind == 1 ? dice.nextInt(24) : USUAL_HOURS.get(dice.nextInt(USUAL_HOURS.size()));
        return new Habit(interval.interval, interval.days, hour);
    }

    /** Nobody answers in their sleep, but who chose the night is awake in it. */
    Instant awake(Instant when) {
        ZonedDateTime local = when.atZone(Grid.TOKYO);
        boolean asleep = local.getHour() < WAKES || local.getHour() >= SLEEPS;
        if (!asleep || hour < WAKES || hour >= SLEEPS) {
            return when;
        }
        return when.plus(Duration.ofHours(local.getHour() >= SLEEPS ? 8 : 7 - local.getHour()));
    }
}
