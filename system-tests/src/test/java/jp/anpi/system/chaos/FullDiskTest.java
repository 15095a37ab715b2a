package jp.anpi.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** PostgreSQL's disk is full, until it gives up altogether; with space comes recovery, without a restart of the product. */
@LongForm
class FullDiskTest {

    @Test
    void e8_e17_a_full_disk_loses_nothing_alarms_nobody_and_passes() {
        try (SmallDisk disk = SmallDisk.mount(400);
                Region region = Region.of(1, disk.path("database")).startAll()) {
            region.webhooksTo(region.node(1));
            Neighbourhood neighbourhood = Neighbourhood.of(2, region);
            neighbourhood.readAll();
            neighbourhood.everybodyIsDue();
            neighbourhood.quiet();
            Household household = neighbourhood.household(1);
            assertThat(household.participant().questions()).isEqualTo(1);

            disk.fill();
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> writeMuch(region));
            // What is not stored is never answered by 200; what was answered by 200 is worked, however late.
            boolean heard = household.participant().phone().press("OK").status() == 200;
            disk.clear();
            Patience.until(Duration.ofSeconds(60), "the node is well again", () -> wellAgain(region));
            neighbourhood.quiet();
            assertThat(neighbourhood.isOpen(household)).isEqualTo(!heard);
            assertThat(household.watcher().news()).isEmpty();
            household.participant().press("OK");
            neighbourhood.quiet();
            assertThat(neighbourhood.isOpen(household)).isFalse();
        }
    }

    /** PostgreSQL may give up at any time after its disk was full; whoever watches over it starts it again. */
    private static boolean wellAgain(Region region) {
        if (region.database().onExit().isDone()) {
            region.databaseAgain();
        }
        return region.up().size() == 1;
    }

    /** More of its log than PostgreSQL has prepared room for, which makes it panic. */
    private static void writeMuch(Region region) {
        IntStream.range(0, 600).forEach(i -> region.rows()
                .column("select pg_logical_emit_message(false, 'ballast', repeat('x', 1000000))"));
    }
}
