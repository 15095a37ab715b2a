package jp.anpi.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.anpi.messaging.Outbox;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.Priority;
import jp.anpi.messaging.internal.OutboxDispatch;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Between announcing an attempt and sending it, somebody else may announce the same message. */
class TakenOverTest extends InContainer {

    @Inject
    private Outbox outbox;

    @Inject
    private OutboxDispatch dispatch;

    @Inject
    private Jdbi jdbi;

    @BeforeEach
    void the_month_has_a_limit() {
        town.othersRest();
        jdbi.useHandle(handle -> handle.execute(
                "insert into message_quota (organization_id, next_read_at) values (?, ?) on conflict do nothing",
                town.id(),
                town.now().plus(Duration.ofDays(1))));
        quota("monthly_limit = 1000, used = 0, reported = 0, sent = 0, read_at = '" + town.now() + "'");
    }

    @AfterEach
    void it_has_none() {
        town.othersRest();
        quota("monthly_limit = null, sent = 0");
    }

    @Test
    @DisplayName("E-9: a message that two announce counts once")
    void a_message_that_was_taken_over_counts_once_for_the_month() {
        // Later, so that nobody but this test finds it due.
        Instant later = town.now().plus(Duration.ofHours(1));
        outbox.enqueue(List.of(new OutboxMessage(
                UUID.randomUUID(),
                town.id(),
                Priority.ALERT,
                "ALL_CLEAR",
                Map.of("number", "1001-2", "at", town.now().toString()),
                List.of(town.watcher().id()),
                List.of(0L),
                later,
                later,
                later,
                false)));
        OutboxDispatch.Announced first = dispatch.announce(later, Priority.ALERT, 1);
        OutboxDispatch.Announced second = dispatch.announce(later, Priority.ALERT, 1);
        assertThat(second.going()).as("the same again").hasSize(1);

        dispatch.send(first.going());

        assertThat(town.count("message_quota where organization_id = ? and sent = 1", town.id()))
                .isOne();
    }

    private void quota(String change) {
        jdbi.useHandle(handle ->
                handle.execute("update message_quota set " + change + " where organization_id = ?", town.id()));
    }
}
