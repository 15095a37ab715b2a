package jp.anpi.foundation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import jp.anpi.foundation.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A node whose clock is off does nothing that depends on the time (E-16, E-18). */
class ClockAgreementTest {

    private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");

    private final Wall wall = new Wall();
    private final AtomicInteger comparisons = new AtomicInteger();
    private Duration onTheWay = Duration.ZERO;
    private final ClockAgreement agreement = new ClockAgreement(
            wall,
            () -> {
                comparisons.incrementAndGet();
                Instant theirs = wall.trueTime;
                wall.pass(onTheWay);
                return theirs;
            },
            () -> Duration.between(NOON, wall.trueTime).toNanos());

    @ParameterizedTest
    @CsvSource({"PT0S,true", "PT29S,true", "PT-29S,true", "PT31S,false", "PT-31S,false", "PT5M,false", "PT-5M,false"})
    void e18_beyond_half_a_minute_the_clocks_disagree(Duration off, boolean agrees) {
        wall.off = off;
        assertThat(agreement.holds()).isEqualTo(agrees);
        assertThat(agreement.dispute().isEmpty()).isEqualTo(agrees);
    }

    @Test
    void e18_before_the_first_comparison_nothing_is_trusted() {
        assertThat(agreement.dispute()).isPresent();
    }

    @Test
    void e18_a_slow_answer_is_not_the_clocks_fault() {
        onTheWay = Duration.ofSeconds(50);
        wall.off = Duration.ofSeconds(10);
        assertThat(agreement.holds()).isTrue();
    }

    @Test
    void e18_compared_once_a_minute_and_more_often_in_dispute() {
        agreement.holds();
        wall.pass(Duration.ofSeconds(59));
        agreement.holds();
        assertThat(comparisons).hasValue(1);
        wall.pass(Duration.ofSeconds(1));
        wall.off = Duration.ofMinutes(3);
        assertThat(agreement.holds()).isFalse();
        wall.pass(Duration.ofSeconds(5));
        wall.off = Duration.ZERO;
        assertThat(agreement.holds()).isTrue();
        assertThat(comparisons).hasValue(3);
    }

    @Test
    void e18_a_clock_that_is_set_is_noticed_at_once() {
        agreement.holds();
        wall.off = Duration.ofMinutes(3);
        assertThat(agreement.holds()).isFalse();
    }

    @Test
    void e16_a_manual_clock_is_compared_with_nothing() {
        ClockAgreement manual = new ClockAgreement(new ManualClock(NOON), () -> Instant.EPOCH, System::nanoTime);
        assertThat(manual.holds()).isTrue();
        assertThat(manual.dispute()).isEmpty();
    }
}
