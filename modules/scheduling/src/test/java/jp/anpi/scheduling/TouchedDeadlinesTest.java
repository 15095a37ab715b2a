package jp.anpi.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Which deadlines an outage touches: those of whom a tap may have been lost in it, and no others (E-8). */
class TouchedDeadlinesTest {

    private static final Instant DAY = Instant.parse("2026-11-22T00:00:00Z");

    /** Said another way: some instant at which the person might still have answered lay in the outage. */
    @Property
    void e8_deadline_is_touched_where_the_time_to_answer_and_the_outage_share_an_instant(
            @ForAll @IntRange(max = 600) int began,
            @ForAll @IntRange(min = 1, max = 600) int length,
            @ForAll @IntRange(max = 1440) int deadline,
            @ForAll @IntRange(min = 1, max = 360) int window) {
        Outage outage = outage(at(began), at(began + length));
        boolean shared = false;
        for (int minute = deadline - window; minute < deadline; minute++) {
            shared |= minute >= began && minute < began + length;
        }
        assertThat(outage.touches(at(deadline), Duration.ofMinutes(window))).isEqualTo(shared);
    }

    @Property
    void e8_outage_that_goes_on_touches_every_deadline_after_its_begin(
            @ForAll @IntRange(max = 600) int began, @ForAll @IntRange(max = 100_000) int deadline) {
        Outage outage = new Outage(1, OutageKind.LINE, Optional.of(1), at(began), Optional.empty());
        assertThat(outage.touches(at(deadline), Duration.ofHours(3))).isEqualTo(deadline > began);
    }

    @Property
    void e8_longer_outage_touches_no_fewer_deadlines(
            @ForAll @IntRange(max = 600) int began,
            @ForAll @IntRange(min = 1, max = 600) int length,
            @ForAll @IntRange(max = 60) int before,
            @ForAll @IntRange(max = 60) int after,
            @ForAll @IntRange(max = 1440) int deadline) {
        Duration window = Duration.ofHours(3);
        if (outage(at(began), at(began + length)).touches(at(deadline), window)) {
            assertThat(outage(at(began - before), at(began + length + after)).touches(at(deadline), window))
                    .isTrue();
        }
    }

    @Test
    void e8_lost_tap_of_one_instant_touches_who_could_have_sent_it() {
        Outage instant = outage(at(600), at(600));
        Duration window = Duration.ofHours(3);
        assertThat(instant.touches(at(600), window))
                .as("its deadline was that instant")
                .isFalse();
        assertThat(instant.touches(at(601), window)).isTrue();
        assertThat(instant.touches(at(779), window)).isTrue();
        assertThat(instant.touches(at(780), window)).as("asked at that instant").isFalse();
    }

    private static Outage outage(Instant began, Instant ended) {
        return new Outage(1, OutageKind.PROCESS, Optional.empty(), began, Optional.of(ended));
    }

    private static Instant at(int minute) {
        return DAY.plus(Duration.ofMinutes(minute));
    }
}
