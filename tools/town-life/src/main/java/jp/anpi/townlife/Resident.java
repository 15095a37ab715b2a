package jp.anpi.townlife;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import jp.anpi.simulator.chat.ChatEntry;
import jp.anpi.townlife.Act.Outcome;
import jp.anpi.townlife.Diary.Deed;

/** A participant: one LINE account, and the person who answers on it as they are. */
final class Resident implements Account {

    private static final double TYPES = 0.04;
    private static final double TAPS_TWICE = 0.03;
    private static final double TAPS_AN_OLD_QUESTION = 0.03;
    private static final double WANTS_HELP = 0.003;
    private static final double SAYS_OK_UNASKED = 0.02;

    /** A stretch in which somebody does not look at the phone. */
    record Trip(LocalDate firstDay, LocalDate lastDay) {
        boolean covers(Instant instant) {
            LocalDate day = Grid.dayOf(instant);
            return !day.isBefore(firstDay) && !day.isAfter(lastDay);
        }
    }

    private final Town town;
    private final int index;
    private final Handset handset;
    private final Habit habit;
    private final Temper temper;
    private final Diary diary = new Diary();
    private final List<Watcher> watchers = new ArrayList<>();
    private final List<Trip> trips = new ArrayList<>();
    private Fate fate = Fate.STAYS;
    private Instant silentFrom = Instant.MAX;
    private Instant deletedAt = Instant.MAX;
    private Instant answers = Instant.MIN;
    private Instant registered;
    private Grid grid;
    private String number = "";

    Resident(Town town, int index, Handset handset, Habit habit, Temper temper) {
        this.town = town;
        this.index = index;
        this.handset = handset;
        this.habit = habit;
        this.temper = temper;
        handset.phone().readOutTo(this::sees);
    }

    int index() {
        return index;
    }

    Handset handset() {
        return handset;
    }

    Habit habit() {
        return habit;
    }

    Temper temper() {
        return temper;
    }

    @Override
    public Diary diary() {
        return diary;
    }

    @Override
    public Fate fate() {
        return fate;
    }

    List<Watcher> watchers() {
        return watchers;
    }

    @Override
    public Instant registered() {
        return registered;
    }

    @Override
    public Grid grid() {
        return grid;
    }

    @Override
    public Instant deletedAt() {
        return deletedAt;
    }

    @Override
    public boolean watched() {
        return !watchers.isEmpty();
    }

    @Override
    public String toString() {
        return handset.phone().name() + " (" + number + ", " + habit + ", " + temper + ", " + fate + ")";
    }

    void enters(Instant at) {
        registered = at;
        grid = Grid.startingAfter(at, habit.days(), habit.hour());
        town.agenda().asksAt(habit.hour());
        number = handset.ownNumber().orElseThrow(() -> new IllegalStateException("No number: " + handset.said()));
        town.entered(number, this);
    }

    void meets(Fate destiny) {
        fate = destiny;
    }

    void fallsSilent(Instant at) {
        silentFrom = at;
    }

    void loses(Instant at) {
        handset.phone().deleteAccount();
        deletedAt = at;
    }

    void travels(Trip trip) {
        trips.add(trip);
    }

    @Override
    public boolean away(Instant at) {
        return trips.stream().anyMatch(trip -> trip.covers(at));
    }

    /** Whether somebody answers on this account at all. */
    boolean able(Instant at) {
        return at.isBefore(silentFrom) && !away(at) && !handset.phone().isBlocking();
    }

    @Override
    public boolean gone(Instant at) {
        return !at.isBefore(silentFrom);
    }

    /** Whether an answer is on its way in this person's own time. */
    synchronized boolean answering(Instant at) {
        return answers.isAfter(at) && !gone(answers);
    }

    private Random dice(Object... purpose) {
        return Dice.of(town.options().seed(), index, List.of(purpose));
    }

    /** A bubble appears on the phone, while the clock runs. */
    private void sees(ChatEntry entry) {
        Sight.of(entry).ifPresent(sight -> {
            town.tally().arrived(entry.at(), sight);
            if (sight.asks()) {
                diary.asked(entry.at(), sight);
                considers(entry.at(), sight);
            }
        });
    }

    private synchronized void considers(Instant at, Sight sight) {
        Random dice = dice("answer", at);
        boolean asleepOrBusyAlready = answers.isAfter(at) || gone(at);
        if (asleepOrBusyAlready || temper.forgets(dice, sight != Sight.QUESTION)) {
            return;
        }
        plan(at.plus(temper.latency(dice)));
        if (dice.nextDouble() < SAYS_OK_UNASKED) {
            town.agenda().resident(answers.plus(Duration.ofHours(1 + dice.nextInt(30))), saysOk());
        }
    }

    /** Somebody called. */
    synchronized void isReminded(Instant at) {
        Random dice = dice("called", at);
        if (able(at) && !answers.isAfter(at) && dice.nextDouble() < 0.8) {
            plan(at.plus(Duration.ofMinutes(20 + dice.nextInt(180))));
        }
    }

    void returnsHome(Instant at) {
        town.agenda().resident(at, Act.of(index, "home", outcome -> {}, () -> {
            if (diary.questionOpen()) {
                isReminded(town.now());
            }
            return false;
        }));
    }

    private void plan(Instant when) {
        answers = town.agenda().resident(habit.awake(when), answer());
    }

    private Act answer() {
        Deed[] deed = {Deed.OK};
        BooleanSupplier round = () -> {
            Instant now = town.now();
            if (!able(now) || !handset.phone().offers("OK")) {
                return false;
            }
            deed[0] = presses(dice("way", now).nextDouble());
            return true;
        };
        return Act.of(index, "answer", outcome -> did(outcome, deed[0], null), round);
    }

    private Deed presses(double way) {
        if (way < WANTS_HELP && !watchers.isEmpty()) {
            handset.phone().press("連絡がほしい");
            return Deed.HELP;
        }
        if (way < WANTS_HELP + TYPES) {
            handset.type("ok");
        } else if (way < WANTS_HELP + TYPES + TAPS_TWICE) {
            handset.phone().press("OK");
            handset.phone().press("OK");
        } else if (way < WANTS_HELP + TYPES + TAPS_TWICE + TAPS_AN_OLD_QUESTION) {
            handset.press(oldQuestion(), "OK");
        } else {
            handset.phone().press("OK");
        }
        return Deed.OK;
    }

    private ChatEntry oldQuestion() {
        return handset.phone().received().stream()
                .filter(message -> Sight.of(message).filter(Sight::asks).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private Act saysOk() {
        return Act.of(
                index, "unasked", outcome -> did(outcome, Deed.OK, null), () -> able(town.now()) && handset.type("OK"));
    }

    void did(Outcome outcome, Deed deed, LocalDate lastDay) {
        if (outcome != Outcome.GIVEN_UP) {
            diary.done(town.now(), deed, outcome == Outcome.HEARD, lastDay);
        }
    }
}
