package jp.anpi.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import jp.anpi.messaging.Delivery;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.Priority;
import jp.anpi.messaging.QuotaLevel;
import org.junit.jupiter.api.Test;

/** The account of the month's messages in a real database: of several nodes at once, and with what comes back (E-9). */
class QuotaLedgerTest {

    private static final Instant NOON = OutboxDatabase.NOON;

    private final OutboxDatabase database = new OutboxDatabase();
    private final QuotaTable table = new QuotaTable();
    private final QuotaLedger ledger = new QuotaLedger();

    QuotaLedgerTest() {
        table.jdbi = database.jdbi;
        ledger.table = table;
    }

    @Test
    void e9_nodes_that_send_at_the_same_time_do_not_overdraw_together() {
        read(10_000, 1_000);
        List<CompletableFuture<Integer>> nodes = new ArrayList<>();
        for (int node = 0; node < 4; node++) {
            nodes.add(CompletableFuture.supplyAsync(() -> {
                int sent = 0;
                for (int batch = 0; batch < 10; batch++) {
                    sent += admitted(List.of(question(300), question(200)));
                }
                return sent;
            }));
        }
        int sent = nodes.stream().mapToInt(CompletableFuture::join).sum();
        assertThat(sent).as("9,000 are left, 500 are kept").isEqualTo(8_500);
        assertThat(quota().sent()).isEqualTo(8_500);
        assertThat(quota().level()).isEqualTo(QuotaLevel.RESERVE);
    }

    @Test
    void e9_what_was_not_accepted_is_given_back() {
        read(10_000, 1_000);
        ClaimedMessage accepted = question(100);
        ClaimedMessage lost = question(200);
        admitted(List.of(accepted, lost));
        settle(accepted, new Delivery.Accepted());
        settle(lost, new Delivery.Unavailable("503", false));
        assertThat(quota().sent()).isEqualTo(100);
    }

    @Test
    void e9_a_refusal_for_want_of_messages_stops_questions_at_once_but_not_alerts() {
        read(10_000, 1_000);
        settle(question(1), new Delivery.QuotaUsedUp("429"));
        assertThat(admitted(List.of(question(1)))).isZero();
        assertThat(admitted(List.of(claimed(Priority.ALERT, 2, false)))).isEqualTo(2);
        assertThat(quota().level()).isEqualTo(QuotaLevel.USED_UP);
        assertThat(nextReading()).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
    }

    @Test
    void e9_an_old_reading_is_renewed_at_once_when_something_must_wait_for_it() {
        read(100, 100, NOON.minus(Duration.ofMinutes(40)));
        admitted(List.of(question(1)));
        assertThat(nextReading()).isEqualTo(NOON);
    }

    @Test
    void e17_what_may_have_reached_people_already_is_not_held() {
        read(100, 100);
        assertThat(admitted(List.of(claimed(Priority.CHECK_IN, 5, true)))).isEqualTo(5);
    }

    private void read(long limit, long used) {
        read(limit, used, NOON);
    }

    private void read(long limit, long used, Instant at) {
        database.jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into message_quota (organization_id, monthly_limit,"
                                + " used, reported, read_at, next_read_at) values (1, :limit, :used, :used, :at, :next)")
                .bind("limit", limit)
                .bind("used", used)
                .bind("at", at)
                .bind("next", at.plus(Duration.ofHours(1)))
                .execute());
    }

    /** As one node does it: in a transaction of its own. */
    private int admitted(List<ClaimedMessage> claims) {
        Map<?, Integer> admitted = database.jdbi.inTransaction(handle -> ledger.admit(claims, NOON));
        return admitted.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void settle(ClaimedMessage claim, Delivery delivery) {
        database.jdbi.useTransaction(handle -> ledger.settled(List.of(new Settlement.Outcome(claim, delivery)), NOON));
    }

    private MessageQuota quota() {
        return table.all().get(0);
    }

    private Instant nextReading() {
        return database.jdbi.withHandle(handle -> handle.createQuery("select next_read_at from message_quota")
                .mapTo(Instant.class)
                .one());
    }

    private static ClaimedMessage question(int recipients) {
        return claimed(Priority.CHECK_IN, recipients, false);
    }

    private static ClaimedMessage claimed(Priority priority, int recipients, boolean outcomeUnknown) {
        List<Long> people = LongStream.rangeClosed(1, recipients).boxed().toList();
        OutboxMessage message = OutboxMessage.notice(1, priority, "ANY", Map.of(), people, NOON);
        return new ClaimedMessage(message, 0, Optional.empty(), outcomeUnknown, false);
    }
}
