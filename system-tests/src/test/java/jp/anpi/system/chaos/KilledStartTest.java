package jp.anpi.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Killed at any instant of its first starts, the migration of an empty database included (E-17). */
@LongForm
class KilledStartTest {

    private static final long SEED = Long.getLong("anpi.chaos.seed", new SecureRandom().nextInt(1_000_000));
    private static final int ROUNDS = 12;
    private static final int START_MILLIS = 15_000;

    @Test
    void e17_a_start_killed_at_any_instant_is_simply_begun_again() {
        System.out.println("Chaos: -Danpi.chaos.seed=" + SEED);
        Chance chance = new Chance(SEED);
        try (Region region = Region.of(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                Duration after = Duration.ofMillis(chance.upTo(START_MILLIS));
                System.out.println("  kill -9 of a start after " + after.toMillis() + " ms");
                region.nodes().forEach(Node::start);
                AtInstant kill =
                        new AtInstant("kill", after, () -> region.nodes().forEach(Node::kill9), () -> {}, false);
                kill.begin();
                kill.end();
            }
            region.startAll();
            assertThat(region.rows().count("select count(*) from organization")).isEqualTo(1);
            assertThat(region.rows().count("select count(*) from check_in_offer"))
                    .isEqualTo(1);
            assertThat(region.rows().count("select count(*) from escalation_policy"))
                    .isEqualTo(1);
            region.webhooksTo(region.node(1));
            Neighbourhood neighbourhood = Neighbourhood.of(1, region);
            neighbourhood.readAll();
            neighbourhood.everybodyIsDue();
            neighbourhood.quiet();
            assertThat(neighbourhood.household(1).participant().questions()).isEqualTo(1);
        }
    }
}
