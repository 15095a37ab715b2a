package jp.anpi.townlife;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The hour comes first the same day if it is later than the registration; a pause leaves the days as they were. */
class GridTest {

    private static final Instant FIVE_IN_THE_MORNING = Instant.parse("2026-03-31T20:00:00Z");

    @Test
    void begins_the_same_day_or_the_next() {
        assertThat(Grid.startingAfter(FIVE_IN_THE_MORNING, 2, 8).after(FIVE_IN_THE_MORNING))
                .isEqualTo("2026-03-31T23:00:00Z");
        assertThat(Grid.startingAfter(FIVE_IN_THE_MORNING, 2, 3).after(FIVE_IN_THE_MORNING))
                .isEqualTo("2026-04-01T18:00:00Z");
    }

    @Test
    void goes_on_in_its_own_days() {
        Grid grid = Grid.startingAfter(FIVE_IN_THE_MORNING, 3, 8);
        assertThat(grid.after(Instant.parse("2026-03-31T23:00:00Z"))).isEqualTo("2026-04-03T23:00:00Z");
        assertThat(grid.onOrAfter(LocalDate.of(2026, 4, 8))).isEqualTo("2026-04-09T23:00:00Z");
    }
}
