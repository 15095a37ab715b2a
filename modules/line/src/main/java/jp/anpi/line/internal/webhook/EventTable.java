package jp.anpi.line.internal.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of working events; every method joins the caller's transaction. */
@ApplicationScoped
public class EventTable {

    private static final String WAITING =
            "select organization_id, id, coalesce(line_user_id, id) as person, occurred_at, arrived_at, payload,"
                    + " attempts > 0 as failed_before from webhook_event where state = 'NEW'";

    @Inject
    private Jdbi jdbi;

    /**
     * The oldest events that may be worked now and that nobody else is working. A new one may always: the node that
     * stored it may think that it is later.
     */
    List<WaitingEvent> claim(Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(WAITING + """
                         and (attempts = 0 or next_attempt_at <= :now)
                        order by occurred_at, received_at, arrived_at, id
                        limit :most
                        for update skip locked""")
                .bind("now", now)
                .bind("most", most)
                .map(EventTable::event)
                .list());
    }

    /** Empty when it is worked, or when somebody else is working it. */
    Optional<WaitingEvent> claim(WebhookEvents.Key key) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        WAITING + " and organization_id = :organization and id = :id for update skip locked")
                .bind("organization", key.organizationId())
                .bind("id", key.id())
                .map(EventTable::event)
                .findOne());
    }

    /** They had their effect; what they said is not kept. */
    void worked(Collection<WebhookEvents.Key> keys, Instant now) {
        if (keys.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update webhook_event e
                        set state = 'WORKED', worked_at = :now, line_user_id = null, payload = null, last_error = null
                        from unnest(:organizations, :ids) as w (organization, id)
                        where e.organization_id = w.organization and e.id = w.id""")
                .bind("now", now)
                .bind(
                        "organizations",
                        keys.stream().map(WebhookEvents.Key::organizationId).toArray(Integer[]::new))
                .bind("ids", keys.stream().map(WebhookEvents.Key::id).toArray(String[]::new))
                .execute());
    }

    private static WaitingEvent event(ResultSet row, StatementContext context) throws SQLException {
        return new WaitingEvent(
                new WebhookEvents.Key(row.getInt("organization_id"), row.getString("id"), row.getString("person")),
                row.getTimestamp("occurred_at").toInstant(),
                row.getTimestamp("arrived_at").toInstant(),
                row.getString("payload"),
                row.getBoolean("failed_before"));
    }
}
