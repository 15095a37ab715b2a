package jp.anpi.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DailyPurgeTest {

    private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");

    private final DailyPurge purge = new DailyPurge();
    private int left = 12_000;
    private int batches;

    @Test
    void goes_on_batch_by_batch_until_nothing_is_left() {
        for (int call = 0; call < 10; call++) {
            runAt(NOON);
        }

        assertThat(left).isZero();
        assertThat(batches).isEqualTo(3);
    }

    @Test
    void begins_again_on_the_next_day_and_not_before() {
        left = 10;
        runAt(NOON);
        left = 10;

        runAt(NOON.plus(Duration.ofHours(23)));
        assertThat(left).isEqualTo(10);
        runAt(NOON.plus(Duration.ofHours(25)));
        assertThat(left).isZero();
    }

    private void runAt(Instant now) {
        purge.run(now, most -> {
            batches++;
            int removed = Math.min(most, left);
            left -= removed;
            return removed;
        });
    }
}
