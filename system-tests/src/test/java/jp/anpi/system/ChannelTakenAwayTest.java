package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.anpi.system.chaos.LongForm;
import org.junit.jupiter.api.Test;

/** A channel that is taken away while answers are awaited is an outage of ours and nobody's silence (E-8). */
class ChannelTakenAwayTest {

    private static final Duration ANSWER_WINDOW = Duration.ofHours(3);

    @LongForm
    @Test
    void e8_who_was_asked_through_a_channel_that_is_gone_is_asked_again_first_and_nobody_is_missed() {
        try (Town town = Town.with(Map.of())) {
            Person mother = town.participant("14日毎", 8);
            Person daughter = mother.watcher();
            town.advanceToNext(8, 0);
            town.advanceHours(26);
            mother.readAll();
            daughter.readAll();

            restart(town, "", "");
            town.advanceHours(3);
            assertThat(daughter.news()).isEmpty();
            assertThat(town.records().column("select kind from outage where ended_at is null"))
                    .containsExactly("LINE");

            restart(town, Town.SECRET, Town.TOKEN);
            town.advanceMinutes(15);
            List<Instant> again = Person.times(mother.questions());
            assertThat(again).hasSize(1);
            Instant deadline = again.get(0).plus(ANSWER_WINDOW);
            town.advance(Duration.between(town.now(), deadline.minusSeconds(1)));
            assertThat(daughter.news()).isEmpty();
            town.advance(Duration.ofSeconds(1));
            assertThat(Person.times(daughter.news())).containsExactly(deadline);
        }
    }

    private static void restart(Town town, String secret, String token) {
        town.stop();
        town.configure(Map.of("anpi.line.channel-secret", secret, "anpi.line.channel-access-token", token));
        town.startAt(town.now());
    }
}
