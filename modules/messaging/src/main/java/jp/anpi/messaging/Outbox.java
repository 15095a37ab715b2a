package jp.anpi.messaging;

import java.util.Collection;

/** Where messages wait; part of the transaction that decides them (E-17). */
public interface Outbox {

    /** Adds the messages to the caller's transaction. */
    void enqueue(Collection<OutboxMessage> messages);
}
