package jp.anpi.resident.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import jp.anpi.escalation.WhoIsTold.Told;
import jp.anpi.resident.internal.Words;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.EscalationPolicy;
import jp.anpi.scheduling.Rhythm;
import jp.anpi.scheduling.ServicePreset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArrangementTest {

    private static final Told WATCHERS = new Told(1, false);
    private static final Told STAFF = new Told(0, true);

    @ParameterizedTest
    @EnumSource(CheckInInterval.class)
    void every_interval_has_words(CheckInInterval interval) {
        Rhythm rhythm = new Rhythm(interval, List.of(8), LocalDate.of(2026, 11, 22));

        assertThat(Arrangement.rhythm(rhythm)).contains("8").startsWith(Words.of("interval." + interval));
    }

    @Test
    void two_hours_are_both_said() {
        Rhythm rhythm = new Rhythm(CheckInInterval.EVERY_DAY, List.of(20, 8), LocalDate.of(2026, 11, 22));

        assertThat(Arrangement.rhythm(rhythm)).containsSubsequence("8", "20");
    }

    @Test
    void silence_is_counted_as_the_policy_counts_it() {
        assertThat(Arrangement.silence(policy(ServicePreset.CONNECT_HEART), WATCHERS))
                .isEqualTo(Words.of("silence.hours", 27, Words.of("silence.watchers")));
        assertThat(Arrangement.silence(policy(ServicePreset.DAILY_REPORT), WATCHERS))
                .startsWith("72");
        assertThat(Arrangement.silence(policy(ServicePreset.TWICE_DAILY), WATCHERS))
                .isEqualTo(Words.of("silence.slots", 2, Words.of("silence.watchers")));
    }

    @Test
    @DisplayName("E-13: where nobody watches, staff are told, and nobody reads of watchers whom they do not have")
    void who_is_not_watched_reads_of_staff() {
        assertThat(Arrangement.silence(policy(ServicePreset.CONNECT_HEART), STAFF))
                .isEqualTo(Words.of("silence.hours", 27, Words.of("silence.staff")));
    }

    @Test
    void a_policy_that_tells_nobody_promises_nothing() {
        assertThat(Arrangement.silence(
                        new EscalationPolicy(
                                1, 1, ServicePreset.CONNECT_HEART, Duration.ofHours(3), Duration.ofHours(1), List.of()),
                        new Told(0, false)))
                .isEmpty();
    }

    private static EscalationPolicy policy(ServicePreset preset) {
        return new EscalationPolicy(1, 1, preset, Duration.ofHours(3), Duration.ofHours(1), preset.steps());
    }
}
