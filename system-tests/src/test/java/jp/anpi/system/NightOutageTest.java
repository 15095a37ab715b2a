package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import jp.anpi.system.chaos.LongForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Outages that end at night: nobody is woken by them, and the time to answer starts anew all the same (E-8). */
@ExtendWith(CleanLogs.class)
class NightOutageTest {

    private final Town town = Town.shared();

    @LongForm
    @Test
    void e8_reminder_that_never_went_out_leaves_the_answer_window_after_the_question_that_stands_in_for_it() {
        town.advanceToNext(1, 0);
        Person atThree = town.participant("毎日", 3);
        Person atSix = town.participant("毎日", 6);
        Person hers = atThree.watcher();
        Person his = atSix.watcher();
        town.advanceToNext(6, 0);
        town.advanceToNext(2, 50);
        Instant reminder = town.now();
        hers.readAll();
        his.readAll();

        down(Duration.ofHours(19).plusMinutes(40));
        town.advanceToNext(3, 0);
        Instant asked = town.now();
        assertThat(hers.news()).isEmpty();
        town.advanceToNext(6, 0);
        assertThat(Person.times(hers.news())).containsExactly(asked.plus(Duration.ofHours(3)));
        assertThat(his.news()).as("asked at this instant").isEmpty();
        Instant askedAtSix = town.now();
        assertThat(askedAtSix).isAfter(reminder.plus(Duration.ofHours(24)));
        town.advance(Duration.ofHours(3).minusSeconds(1));
        assertThat(his.news()).isEmpty();
        town.advance(Duration.ofSeconds(1));
        assertThat(Person.times(his.news())).containsExactly(askedAtSix.plus(Duration.ofHours(3)));
    }

    @Test
    void e8_short_interruption_at_night_wakes_nobody_for_the_deadline_it_touched() {
        town.advanceToNext(0, 30);
        Person sleeper = town.participant("14日毎", 1);
        Person watcher = sleeper.watcher();
        town.advanceToNext(1, 0);
        town.advanceHours(24);
        town.advanceToNext(2, 50);
        sleeper.readAll();
        watcher.readAll();

        down(Duration.ofMinutes(1));
        town.advanceToNext(5, 59);
        assertThat(sleeper.news()).isEmpty();
        assertThat(watcher.news()).isEmpty();
        town.advanceToNext(6, 0);
        assertThat(sleeper.questions()).hasSize(1);
        town.advance(Duration.ofHours(3).minusSeconds(1));
        assertThat(watcher.news()).isEmpty();
        town.advance(Duration.ofSeconds(1));
        assertThat(watcher.news()).hasSize(1).allMatch(Person::isAlert);
    }

    private void down(Duration length) {
        Instant until = town.now().plus(length);
        town.stop();
        town.startAt(until);
        town.settle();
    }
}
