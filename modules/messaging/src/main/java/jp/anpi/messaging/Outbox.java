package jp.anpi.messaging;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Where messages wait; part of the transaction that decides them (E-17). */
public interface Outbox {

    /** Adds the messages to the caller's transaction. */
    void enqueue(Collection<OutboxMessage> messages);

    /** Messages of these kinds that wait until exactly that instant are looked at now instead. */
    void lookAgain(int organizationId, Set<String> kinds, Instant waitingUntil, Instant now);

    /** Those of the messages that are still kept and can be read, by id. */
    Map<UUID, OutboxMessage> find(Collection<UUID> ids);
}
