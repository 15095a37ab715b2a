/**
 * The outbox: everything that is sent to people, by priority, at least once and with a retry key (E-9, E-17).
 *
 * <p>Knows no check-in. Whoever enqueues a kind of message owns it: as {@link jp.anpi.messaging.DeliveryOwner} it is
 * asked once more before each sending and told what became of it. How a kind looks on a phone is the matter of the
 * {@link jp.anpi.messaging.MessageChannel}.
 *
 * <p>Keeps the account of the month's messages, and holds back what may wait when they run short (E-9). What those that
 * were sent could still lead to is told by {@link jp.anpi.messaging.ReserveEstimate}; how things stand, by
 * {@link jp.anpi.messaging.Quotas}.
 *
 * <p>May use: {@code foundation}.
 */
package jp.anpi.messaging;
