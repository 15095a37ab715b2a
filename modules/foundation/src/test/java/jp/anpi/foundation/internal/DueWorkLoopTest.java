package jp.anpi.foundation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import jp.anpi.foundation.ManualClock;
import jp.anpi.foundation.Pulse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Walking the manual clock. */
class DueWorkLoopTest {

    private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");
    private static final Instant ONE = NOON.plus(Duration.ofHours(1));
    private static final Instant TWO = NOON.plus(Duration.ofHours(2));

    private final ManualClock clock = new ManualClock(NOON);
    private final List<Instant> beats = new ArrayList<>();
    private final FakeWork work = new FakeWork().due(ONE).due(TWO);
    private final DueWorkLoop loop = new DueWorkLoop(
            clock,
            List.of(work),
            List.of(new Heart()),
            new ClockAgreement(clock, clock::instant, System::nanoTime),
            FakeWork::dates);

    @Test
    @DisplayName("E-8: what arrives before the first beat waits for it, for nobody knows yet whose silence it was")
    void an_arrival_before_the_first_beat_waits_for_it() {
        DueWorkLoop starting = new DueWorkLoop(
                Clock.fixed(NOON, ZoneOffset.UTC),
                List.of(work),
                List.of(new Heart()),
                new ClockAgreement(clock, clock::instant, System::nanoTime),
                FakeWork::dates);

        starting.wake(work);

        assertThat(work.done()).isEmpty();
    }

    @Test
    void what_falls_due_on_the_way_is_done_at_its_own_instant() {
        loop.advance(Duration.ofHours(3));

        assertThat(work.done()).containsExactly(ONE, TWO);
        assertThat(beats).containsExactly(NOON, ONE, TWO, NOON.plus(Duration.ofHours(3)));
    }

    @Test
    void what_a_slice_that_did_nothing_has_found_out_is_done_at_its_own_instant() {
        Instant half = NOON.plus(Duration.ofMinutes(90));
        work.whenRun(() -> work.putOff(ONE, half));

        loop.advance(Duration.ofHours(3));

        assertThat(work.done()).containsExactly(half, TWO);
    }

    @Test
    @DisplayName("E-8: a product that is stopped during an advance does not claim to have lived through the rest")
    void stopping_on_the_way_stops_the_time() {
        work.whenRun(() -> {
            if (clock.instant().equals(ONE)) {
                loop.stop();
            }
        });

        assertThatThrownBy(() -> loop.advance(Duration.ofHours(3))).isInstanceOf(CancellationException.class);

        assertThat(clock.instant()).isEqualTo(ONE);
        assertThat(beats).containsExactly(NOON, ONE);
        assertThatThrownBy(() -> loop.advance(Duration.ZERO)).isInstanceOf(CancellationException.class);
        assertThat(beats).containsExactly(NOON, ONE);
    }

    @Test
    void what_comes_next_is_known_when_the_clock_stands_and_not_while_it_moves() {
        List<Optional<Instant>> onTheWay = new ArrayList<>();
        work.whenRun(() -> onTheWay.add(loop.nextDue()));
        assertThat(loop.nextDue()).contains(ONE);

        loop.advance(Duration.ofMinutes(90));

        assertThat(onTheWay).isNotEmpty().containsOnly(Optional.empty());
        assertThat(loop.nextDue()).contains(TWO);
    }

    private final class Heart implements Pulse {
        @Override
        public int order() {
            return 0;
        }

        @Override
        public void beat(Instant now) {
            beats.add(now);
        }
    }
}
