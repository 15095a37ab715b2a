package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Our downtime is never their silence (E-8): one outage, from noon to 1:00 three nights later, met by people in every
 * situation. A start on a later clock is an outage of that length.
 */
@ExtendWith(CleanLogs.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageTest {

    private static final Duration ANSWER_WINDOW = Duration.ofHours(3);

    private final Town town = Town.shared();
    private Instant end;
    private Instant windowOpens;

    private Person missedSeveral;
    private Person deadlineInside;
    private Person deadlineInsideWatcher;
    private Person neverAsked;
    private Person neverAskedWatcher;
    private Person reminderInside;
    private Person reminderInsideWatcher;
    private Instant reminderInsideAsked;
    private Person tappedInVain;
    private Person tappedInVainWatcher;
    private Person atThree;
    private Person answered;
    private Person alertedBefore;
    private Person alertedBeforeWatcher;
    private Person paused;

    @BeforeAll
    void an_outage() {
        town.advanceToNext(7, 0);
        alertedBefore = town.participant("14日毎", 8);
        alertedBeforeWatcher = alertedBefore.watcher();
        town.advanceToNext(9, 0);
        deadlineInside = town.participant("14日毎", 12);
        deadlineInsideWatcher = deadlineInside.watcher();
        tappedInVain = town.participant("14日毎", 12);
        tappedInVainWatcher = tappedInVain.watcher();
        town.advanceToNext(12, 0);
        // The next day, on which the outage begins at 12:10.
        town.advanceToNext(7, 0);
        missedSeveral = town.participant("毎日", 8);
        answered = town.participant("3日毎", 8);
        reminderInside = town.participant("14日毎", 9);
        reminderInsideWatcher = reminderInside.watcher();
        atThree = town.participant("毎日", 3);
        paused = town.participant("毎日", 8);
        paused.type("お休み").pickDate(town.localNow().toLocalDate().plusDays(10));
        neverAsked = town.participant("14日毎", 23);
        town.advanceToNext(8, 0);
        answered.press("OK");
        missedSeveral.press("OK");
        town.advanceToNext(9, 0);
        reminderInsideAsked = town.now();
        town.advanceToNext(12, 10);
        neverAskedWatcher = neverAsked.watcher();
        everybody().forEach(Person::readAll);

        Instant begin = town.now();
        town.stop();
        tappedInVain.phone().press("OK");
        end = begin.plus(Duration.ofHours(60).plusMinutes(50));
        town.startAt(end);
        town.settle();
        windowOpens = end.plus(Duration.ofHours(5));
    }

    private List<Person> everybody() {
        return List.of(
                missedSeveral,
                deadlineInside,
                deadlineInsideWatcher,
                reminderInside,
                reminderInsideWatcher,
                tappedInVain,
                tappedInVainWatcher,
                atThree,
                answered,
                alertedBefore,
                alertedBeforeWatcher,
                neverAsked,
                neverAskedWatcher,
                paused);
    }

    @Test
    void e8_nobody_is_alarmed_and_everybody_hears_once_whatever_was_missed() {
        // (c) At 1:00 nobody is woken, and nobody is alarmed.
        assertThat(town.localNow().getHour()).isEqualTo(1);
        everybody().forEach(person -> assertThat(person.news()).isEmpty());

        // An hour of 3:00 that a participant chose is honoured on time; what was missed of it is not made up for.
        town.advance(Duration.between(town.now(), windowOpens.minusSeconds(1)));
        assertThat(Person.times(atThree.questions())).containsExactly(end.plus(Duration.ofHours(2)));
        assertThat(missedSeveral.news()).isEmpty();
        assertThat(deadlineInside.news()).isEmpty();

        // The window opens at 6:00: one message each, whatever was missed.
        town.advance(Duration.ofSeconds(1));
        assertThat(Person.times(missedSeveral.questions())).containsExactly(windowOpens);
        assertThat(Person.times(deadlineInside.questions())).containsExactly(windowOpens);
        assertThat(Person.times(tappedInVain.questions())).containsExactly(windowOpens);
        assertThat(Person.times(neverAsked.questions())).containsExactly(windowOpens);
        assertThat(Person.times(reminderInside.questions())).containsExactly(windowOpens);
        assertThat(answered.news()).isEmpty();
        assertThat(paused.news()).isEmpty();
        tappedInVain.press("OK");

        // (b) The time to answer starts anew.
        town.advance(ANSWER_WINDOW.minusSeconds(1));
        assertThat(deadlineInsideWatcher.news()).isEmpty();
        assertThat(reminderInsideWatcher.news()).isEmpty();
        town.advance(Duration.ofSeconds(1));
        Instant alarm = windowOpens.plus(ANSWER_WINDOW);
        assertThat(Person.times(deadlineInsideWatcher.news())).containsExactly(alarm);
        assertThat(Person.times(reminderInsideWatcher.news())).containsExactly(alarm);
        assertThat(reminderInsideAsked.plus(Duration.ofHours(27))).isBefore(alarm);
        assertThat(tappedInVainWatcher.news()).isEmpty();
        assertThat(alertedBeforeWatcher.news())
                .as("told before, not told again")
                .isEmpty();
        assertThat(town.records().checkInStates(tappedInVain.phone().userId())).containsExactly("CONFIRMED");

        // The question that never went out has a clock of its own: 24 and 27 hours from 6:00.
        assertThat(neverAskedWatcher.news()).isEmpty();
        town.advanceHours(24);
        assertThat(Person.times(neverAskedWatcher.news())).containsExactly(windowOpens.plus(Duration.ofHours(27)));

        // Repeats keep their own hour: 8:00 on the first day, 8:00 on the second, which is the reminder too.
        town.advanceHours(1);
        assertThat(Person.times(missedSeveral.questions()))
                .contains(windowOpens.plus(Duration.ofHours(2)), windowOpens.plus(Duration.ofHours(26)));
    }
}
