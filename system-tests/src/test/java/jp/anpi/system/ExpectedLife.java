package jp.anpi.system;

import static jp.anpi.system.Town.TOKYO;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The reference for one participant with one watcher: the rules of the preset {@code CONNECT_HEART} written down as
 * plainly as possible, on whole hours and without any outage.
 */
final class ExpectedLife {

    /** What the watcher hears. */
    enum News {
        SILENCE,
        HELP,
        ALL_CLEAR,
        LOST,
        FOUND
    }

    /** One message to the watcher. */
    record Told(Instant at, News news) {}

    private enum State {
        NOTHING_OPEN,
        ASKED,
        REMINDED,
        ALERTED,
        NEED_HELP
    }

    private static final Duration HOUR = Duration.ofHours(1);

    private final List<Instant> asked = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private int everyDays;
    private Instant grid;
    private Instant nextQuestion;
    private LocalDate lastDayAway;
    private State state = State.NOTHING_OPEN;
    private Instant sentAt;
    private Instant nextStep;
    private boolean blocked;

    ExpectedLife(Instant registered, int everyDays, int hour) {
        changeSchedule(registered, everyDays, hour);
    }

    List<Instant> asked() {
        return asked;
    }

    List<Told> told() {
        return told;
    }

    boolean blocked() {
        return blocked;
    }

    boolean away(LocalDate today) {
        return lastDayAway != null && !lastDayAway.isBefore(today);
    }

    void live(Instant until) {
        while (true) {
            boolean question = nextQuestion != null && (nextStep == null || !nextStep.isBefore(nextQuestion));
            Instant next = question ? nextQuestion : nextStep;
            if (next == null || next.isAfter(until)) {
                return;
            }
            if (question) {
                questionDue(next);
            } else {
                stepDue(next);
            }
        }
    }

    private void questionDue(Instant now) {
        asked.add(now);
        if (state == State.NOTHING_OPEN) {
            state = State.ASKED;
            sentAt = now;
            nextStep = now.plus(HOUR.multipliedBy(24));
        } else if (state == State.ASKED && !nextStep.isAfter(now.plus(HOUR))) {
            reminded();
        }
        nextQuestion = onGridAfter(now);
    }

    private void stepDue(Instant now) {
        if (state == State.REMINDED) {
            state = State.ALERTED;
            nextStep = null;
            told.add(new Told(now, News.SILENCE));
        } else if (nextQuestion != null && !nextQuestion.isAfter(now.plus(HOUR))) {
            nextStep = nextQuestion;
        } else {
            asked.add(now);
            reminded();
        }
    }

    private void reminded() {
        state = State.REMINDED;
        nextStep = sentAt.plus(HOUR.multipliedBy(27));
    }

    void ok(Instant now) {
        if (state == State.ALERTED) {
            told.add(new Told(now, News.ALL_CLEAR));
        }
        if (state != State.NEED_HELP) {
            nothingOpen();
        }
    }

    void needHelp(Instant now) {
        if (state != State.NEED_HELP) {
            told.add(new Told(now, News.HELP));
            state = State.NEED_HELP;
            nextStep = null;
        }
    }

    void block(Instant now) {
        blocked = true;
        nextQuestion = null;
        told.add(new Told(now, News.LOST));
        nothingOpen();
    }

    void unblock(Instant now) {
        blocked = false;
        told.add(new Told(now, News.FOUND));
        nextQuestion = onGridAfter(awayUntil(now));
    }

    void pause(Instant now, LocalDate lastDay) {
        lastDayAway = lastDay;
        ok(now);
        nextQuestion = onGridAfter(awayUntil(now));
    }

    void changeSchedule(Instant now, int days, int hour) {
        everyDays = days;
        grid = now.atZone(TOKYO).toLocalDate().atTime(hour, 0).atZone(TOKYO).toInstant();
        if (!grid.isAfter(now)) {
            grid = grid.plus(Duration.ofDays(1));
        }
        nextQuestion = onGridAfter(awayUntil(now));
    }

    private Instant awayUntil(Instant now) {
        return away(now.atZone(TOKYO).toLocalDate())
                ? lastDayAway.plusDays(1).atStartOfDay(TOKYO).toInstant().minusNanos(1)
                : now;
    }

    private Instant onGridAfter(Instant instant) {
        Instant next = grid;
        while (!next.isAfter(instant)) {
            next = next.plus(Duration.ofDays(everyDays));
        }
        return next;
    }

    private void nothingOpen() {
        state = State.NOTHING_OPEN;
        nextStep = null;
    }
}
