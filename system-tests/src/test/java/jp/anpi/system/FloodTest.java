package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jp.anpi.simulator.traffic.LoggedRequest;
import jp.anpi.simulator.traffic.RequestWatch;
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
    private final BlockingQueue<LoggedRequest> sent = new LinkedBlockingQueue<>();
    private CompletableFuture<Void> advancing = CompletableFuture.completedFuture(null);

    @AfterEach
    void the_flood_ebbs_away() {
        town.line().requests().unwatch();
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
        town.line().requests().watch(new RequestWatch() {
            @Override
            public void decided(LoggedRequest request) {
                if (request.path().equals("/v2/bot/message/push")) {
                    sent.add(request);
                }
            }
        });

        advancing = CompletableFuture.runAsync(() -> town.advanceHours(1));
        assertThat(othersBefore(daughter)).as("others before the alert").isLessThanOrEqualTo(BATCH);
        assertThat(daughter.news()).hasSize(1).allMatch(Person::isAlert);

        assertThat(othersBefore(reader)).as("now the flood").isZero();
        town.records().enqueue(0, other, 1, town.now());
        int sentAlready = sent.size();
        assertThat(othersBefore(other) - sentAlready)
                .as("others after something urgent has come")
                .isLessThanOrEqualTo(BATCH);
        assertThat(advancing).as("the flood is still on").isNotDone();
    }

    /** How many requests were made for others, since the last look, before the first one for this person. */
    private int othersBefore(Person person) {
        int others = 0;
        while (!next().body().contains(person.phone().userId())) {
            others++;
        }
        return others;
    }

    private LoggedRequest next() {
        try {
            LoggedRequest next = sent.poll(2, TimeUnit.MINUTES);
            assertThat(next).as("the next request").isNotNull();
            return next;
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }
}
