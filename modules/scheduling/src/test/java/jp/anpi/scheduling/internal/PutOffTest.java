package jp.anpi.scheduling.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.anpi.scheduling.CheckInState;
import jp.anpi.scheduling.EscalationPolicy;
import jp.anpi.scheduling.ServicePreset;
import jp.anpi.scheduling.Subject;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Outages put an alert off until the time to answer has passed anew, but not for ever (E-8). */
class PutOffTest {

    private static final Instant SENT = Instant.parse("2026-11-22T00:00:00Z");
    private static final Duration WINDOW = Duration.ofHours(3);
    private static final Instant DEADLINE = SENT.plus(Duration.ofHours(27));
    private static final EscalationPolicy POLICY = new EscalationPolicy(
            1, 1, ServicePreset.CONNECT_HEART, WINDOW, Duration.ofHours(1), ServicePreset.CONNECT_HEART.steps());

    @Test
    void e8_one_outage_leaves_the_whole_answer_window_however_long_it_was() {
        Instant back = DEADLINE.plus(Duration.ofDays(9));
        Instant until = PutOff.until(waiting(DEADLINE, null), POLICY, back);
        Instant asked = back.plus(Duration.ofHours(8));
        assertThat(PutOff.afterAsking(waiting(DEADLINE, null), POLICY, asked, until))
                .isEqualTo(asked.plus(WINDOW));
    }

    @Test
    void e8_deadline_never_comes_earlier_than_the_policy_says() {
        Instant until = PutOff.until(waiting(DEADLINE, null), POLICY, SENT.plusSeconds(60));
        assertThat(PutOff.afterAsking(waiting(DEADLINE, null), POLICY, SENT.plusSeconds(60), until))
                .isEqualTo(DEADLINE);
    }

    /** Outages come again and again, each time somebody is asked anew: a day after the deadline it ends. */
    @Property
    void e8_however_often_outages_return_the_alert_comes_within_a_day_of_the_deadline(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 1, max = 180) Integer> pauses) {
        Instant now = DEADLINE;
        Instant until = null;
        Instant next = DEADLINE;
        for (int pause : pauses) {
            until = PutOff.until(asked(next, until), POLICY, now);
            next = PutOff.afterAsking(asked(next, until), POLICY, now, until);
            now = now.plus(Duration.ofMinutes(pause));
        }
        assertThat(next).isBetween(DEADLINE, DEADLINE.plus(Duration.ofHours(24)));
    }

    @Test
    void e8_whom_no_asking_has_reached_the_end_waits_for() {
        Instant until = DEADLINE.plus(Duration.ofHours(24));
        Instant back = until.plus(Duration.ofHours(2));
        assertThat(PutOff.until(waiting(until, until), POLICY, back)).isEqualTo(back.plus(WINDOW));
        assertThat(PutOff.until(asked(until, until), POLICY, back)).isEqualTo(until);
    }

    private static CheckInRow asked(Instant nextStepAt, Instant putOffUntil) {
        return row(true, nextStepAt, putOffUntil);
    }

    private static CheckInRow waiting(Instant nextStepAt, Instant putOffUntil) {
        return row(false, nextStepAt, putOffUntil);
    }

    private static CheckInRow row(boolean askAccepted, Instant nextStepAt, Instant putOffUntil) {
        return new CheckInRow(
                1,
                SENT,
                1,
                1,
                Subject.participant(1),
                CheckInState.REMINDED,
                1,
                UUID.randomUUID(),
                askAccepted,
                SENT,
                SENT,
                0,
                1,
                nextStepAt,
                putOffUntil);
    }
}
