package jp.anpi.line.internal.webhook;

import static java.util.Comparator.comparing;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.anpi.foundation.Purge;
import org.jdbi.v3.core.Jdbi;

/** Stores events as they arrived, durably; each method is a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EventStore {

    @Inject
    private Jdbi jdbi;

    private record Row(int organizationId, ArrivedEvent event, Instant receivedAt, Instant arrivedAt) {

        /**
         * What is another system's to work; and what happened before anything that we remember, for it may have been
         * worked and forgotten: somebody who kept a signed delivery must not make it happen again.
         */
        private boolean closed() {
            Instant oldest = receivedAt.minus(Purge.KEPT);
            return event.standby()
                    || event.occurredAt().filter(at -> at.isBefore(oldest)).isPresent();
        }

        private static Stream<Row> of(ReceivedDelivery delivery) {
            // A microsecond apart, so that the order survives in the database.
            return IntStream.range(0, delivery.events().size())
                    .mapToObj(place -> new Row(
                            delivery.organizationId(),
                            delivery.events().get(place),
                            delivery.receivedAt(),
                            delivery.arrivedAt().plus(place, ChronoUnit.MICROS)));
        }
    }

    /** What had arrived before stays as it is. */
    public void store(Collection<ReceivedDelivery> deliveries) {
        insert(deliveries.stream()
                .flatMap(Row::of)
                // Stored in one order everywhere, so that two deliveries of the same events never wait for each other.
                .sorted(comparing(Row::organizationId)
                        .thenComparing(row -> row.event().id()))
                .toList());
    }

    /** Stores an event that never was and takes it out again, to see whether that works. */
    public void tryStoring(int organizationId, Instant now, Instant wallTime) {
        ArrivedEvent trial =
                new ArrivedEvent("trial-" + UUID.randomUUID(), Optional.empty(), Optional.of(now), true, "{}");
        insert(List.of(new Row(organizationId, trial, now, wallTime)));
        jdbi.useHandle(handle -> handle.createUpdate(
                        "delete from webhook_event where organization_id = :organization and id = :id")
                .bind("organization", organizationId)
                .bind("id", trial.id())
                .execute());
    }

    private void insert(List<Row> rows) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into webhook_event (organization_id, id, line_user_id, occurred_at, received_at, arrived_at,
                                                   payload, state, next_attempt_at, worked_at)
                        select e.organization, e.id, e.person, e.occurred_at, e.received_at, e.arrived_at,
                               case when not e.closed then e.payload end, case when e.closed then 'WORKED' else 'NEW' end,
                               e.received_at, case when e.closed then e.received_at end
                        from unnest(:organizations, :ids, :persons, :occurredAt, :receivedAt, :arrivedAt, :payloads, :closed)
                            as e (organization, id, person, occurred_at, received_at, arrived_at, payload, closed)
                        on conflict do nothing""")
                .bind("organizations", column(rows, Row::organizationId, Integer[]::new))
                .bind("ids", column(rows, row -> row.event().id(), String[]::new))
                .bind("persons", column(rows, row -> row.event().lineUserId().orElse(null), String[]::new))
                .bind(
                        "occurredAt",
                        column(rows, row -> row.event().occurredAt().orElse(row.receivedAt()), Instant[]::new))
                .bind("receivedAt", column(rows, Row::receivedAt, Instant[]::new))
                .bind("arrivedAt", column(rows, Row::arrivedAt, Instant[]::new))
                .bind("payloads", column(rows, row -> row.event().json(), String[]::new))
                .bind("closed", column(rows, Row::closed, Boolean[]::new))
                .execute());
    }

    private static <T> T[] column(List<Row> rows, Function<Row, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
