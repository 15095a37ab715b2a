package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.anpi.simulator.traffic.LoggedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A flood of what is not urgent delays nothing urgent by more than the requests that are under way (E-9). */
@ExtendWith(CleanLogs.class)
class FloodTest {

    private static final int FLOOD = 100_000;

    /** Requests under way at once. */
    private static final int BATCH = 8;

    private final Town town = Town.shared();
    private CompletableFuture<Void> advancing = CompletableFuture.completedFuture(null);

    @AfterEach
    void the_flood_ebbs_away() {
        town.records().change("delete from outbox_message where priority = 3 and state = 'READY'");
        advancing.join();
    }

    @Test
    void e9_an_alert_overtakes_a_flood_of_100000_announcements() {
        int hour = town.advanceToHalfPast();
        Person silent = town.participant("14日毎", hour);
        Person daughter = silent.watcher();
        Person reader = town.person().registerAsWatcher();
        Person other = town.person().registerAsWatcher();
        town.advanceToNext(hour, 0);
        town.advanceHours(26);
        // Due at the very second of the alert.
        town.records().enqueue(3, reader, FLOOD, town.now().plus(Duration.ofHours(1)));
        daughter.readAll();
        town.line().requests().clear();

        advancing = CompletableFuture.runAsync(() -> town.advanceHours(1));
        assertThat(othersBefore(daughter, 0)).as("others before the alert").isLessThanOrEqualTo(BATCH);
        assertThat(daughter.news()).hasSize(1).allMatch(Person::isAlert);

        awaitRequests(10 * BATCH);
        town.records().enqueue(0, other, 1, town.now());
        int sentAlready = sent().size();
        assertThat(othersBefore(other, sentAlready))
                .as("others after something urgent has come")
                .isLessThanOrEqualTo(BATCH);
        assertThat(advancing).as("the flood is still on").isNotDone();
    }

    /** How many requests for others were made, after the first so many, before the first for this person. */
    private long othersBefore(Person person, int after) {
        while (true) {
            List<LoggedRequest> sent = sent();
            for (int i = 0; i < sent.size(); i++) {
                if (sent.get(i).body().contains(person.phone().userId())) {
                    return Math.max(0, i - after);
                }
            }
            assertThat(advancing).as("still sending").isNotDone();
            Thread.onSpinWait();
        }
    }

    private void awaitRequests(int count) {
        while (sent().size() < count) {
            assertThat(advancing).as("still sending").isNotDone();
            Thread.onSpinWait();
        }
    }

    private List<LoggedRequest> sent() {
        return town.line().requests().to("/v2/bot/message/push");
    }
}
