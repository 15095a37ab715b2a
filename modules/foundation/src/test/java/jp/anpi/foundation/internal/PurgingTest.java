package jp.anpi.foundation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.anpi.foundation.ManualClock;
import jp.anpi.foundation.Purge;
import org.junit.jupiter.api.Test;

class PurgingTest {

    private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");

    private final ManualClock clock = new ManualClock(NOON);
    private final Attic attic = new Attic();
    private final Purging purging = new Purging(clock, List.of(new Failing(), attic));

    @Test
    void goes_on_batch_by_batch_until_nothing_is_left_though_another_fails() {
        attic.left = 12_000;

        drain();

        assertThat(attic.left).isZero();
        assertThat(attic.batches).isEqualTo(3);
        assertThat(attic.limit).isEqualTo(NOON.minus(Purge.KEPT));
    }

    @Test
    void begins_again_on_the_next_day_and_not_before() {
        drain();
        attic.left = 10;

        clock.moveTo(NOON.plus(Duration.ofHours(23)));
        assertThat(purging.hasNews()).isFalse();
        drain();
        assertThat(attic.left).isEqualTo(10);
        clock.moveTo(NOON.plus(Duration.ofHours(25)));
        assertThat(purging.hasNews()).isTrue();
        drain();
        assertThat(attic.left).isZero();
    }

    private void drain() {
        boolean more = true;
        while (more) {
            more = purging.runSlice(clock.instant());
        }
    }

    private static final class Attic implements Purge {

        private int left;
        private int batches;
        private Instant limit;

        @Override
        public int purge(Instant limit, int most) {
            this.limit = limit;
            batches++;
            int removed = Math.min(most, left);
            left -= removed;
            return removed;
        }
    }

    private static final class Failing implements Purge {
        @Override
        public int purge(Instant limit, int most) {
            throw new IllegalStateException("no such table");
        }
    }
}
