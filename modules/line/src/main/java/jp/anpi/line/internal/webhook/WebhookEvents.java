package jp.anpi.line.internal.webhook;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.anpi.foundation.DueRow;
import jp.anpi.foundation.SetAside;
import org.jdbi.v3.core.Jdbi;

/** The events as they wait in the database; each method is a transaction of its own unless it joins its caller's. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class WebhookEvents {

    /** After so many nobody's alert waits for the event any more; it is tried on all the same. */
    private static final int HOPEFUL_ATTEMPTS = 5;

    /** With the waits in between about a day: what a fault of ours kept from being worked is not lost with the first. */
    private static final int MOST_ATTEMPTS = 100;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /** When the first event is to be worked. A new one now, whatever the node thinks that stored it. */
    static final String FIRST_DUE = "select min(due) from ("
            + "(select next_attempt_at as due from webhook_event where state = 'NEW' order by 1 limit 1) union all"
            + " (select '-infinity' from webhook_event where state = 'NEW' and attempts = 0 limit 1)) first";

    @Inject
    private Jdbi jdbi;

    @Inject
    private EventTable table;

    @Inject
    private SetAside setAside;

    /**
     * Which event to work.
     *
     * @param person whose it is; of events that name nobody, each its own
     */
    public record Key(int organizationId, String id, String person) {
        @Override
        public String toString() {
            return "Key[" + organizationId + "/" + id + "]";
        }
    }

    /** When the first event is to be worked; a new one now at the latest. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Instant> firstDue(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select min(case when attempts = 0"
                        + " then least(next_attempt_at, :now) else next_attempt_at end)"
                        + " from webhook_event where state = 'NEW'")
                .bind("now", now)
                .mapTo(Instant.class)
                .findOne());
    }

    /** Whether anything has not been worked yet. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean anyWaits() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from webhook_event where state = 'NEW')")
                        .mapTo(Boolean.class)
                        .one());
    }

    /** Those among the accounts of whom something waits that has not failed often. */
    public Set<String> unread(int organizationId, Collection<String> lineUserIds) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct line_user_id from webhook_event
                        where organization_id = :organization and line_user_id = any(:accounts)
                          and state = 'NEW' and attempts < :hopeful""")
                .bind("organization", organizationId)
                .bind("accounts", lineUserIds.toArray(String[]::new))
                .bind("hopeful", HOPEFUL_ATTEMPTS)
                .mapTo(String.class)
                .set());
    }

    /** The oldest events that may be worked now and that nobody else is working. */
    public List<Key> waiting(Instant now, int most) {
        return table.claim(now, most).stream().map(WaitingEvent::key).toList();
    }

    /**
     * This event failed: later again, or aside after the last attempt (E-20).
     *
     * @return whether it will be tried again
     */
    public boolean failed(Key key, String error, Instant now) {
        return jdbi.withHandle(handle -> {
            Optional<Integer> before = handle.createQuery("""
                            select attempts from webhook_event
                            where organization_id = :organization and id = :id and state = 'NEW' for update""")
                    .bind("organization", key.organizationId())
                    .bind("id", key.id())
                    .mapTo(Integer.class)
                    .findOne();
            if (before.isEmpty()) {
                return true;
            }
            int attempts = before.get();
            boolean hopeless = attempts + 1 >= MOST_ATTEMPTS;
            Instant next = now.plus(backOff(attempts));
            handle.createUpdate("""
                            update webhook_event
                            set attempts = :attempts, next_attempt_at = :next, last_error = :error, state = :state
                            where organization_id = :organization and id = :id""")
                    .bind("attempts", attempts + 1)
                    .bind("next", next)
                    .bind("error", error)
                    .bind("state", hopeless ? "SET_ASIDE" : "NEW")
                    .bind("organization", key.organizationId())
                    .bind("id", key.id())
                    .execute();
            DueRow row = new DueRow(key.organizationId(), key.id());
            setAside.failed(WebhookInbox.NAME, row, error, now, hopeless ? Optional.empty() : Optional.of(next));
            return !hopeless;
        });
    }

    /** 10 seconds, doubling, 15 minutes at most. */
    static Duration backOff(int attemptsBefore) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attemptsBefore, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
