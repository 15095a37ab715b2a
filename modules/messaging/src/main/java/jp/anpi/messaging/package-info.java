/**
 * The outbox: everything that is sent to people, by priority, at least once and with a retry key (E-9, E-17).
 *
 * <p>Knows no check-in. Whoever enqueues a kind of message owns it: as {@link jp.anpi.messaging.DeliveryOwner} it is
 * asked once more before each sending and told what became of it. How a kind looks on a phone is the matter of the
 * {@link jp.anpi.messaging.MessageChannel}.
 *
 * <p>May use: {@code foundation}.
 */
package jp.anpi.messaging;
