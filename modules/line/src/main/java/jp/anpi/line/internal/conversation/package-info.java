/**
 * The conversation with one person: what they press and type, and what they are answered.
 *
 * <p>{@link jp.anpi.line.internal.conversation.Conversations} is the way in. Each {@code Dialogue} owns the steps at
 * which it asks something; between events a person's step waits in the row of {@code conversation}, which is locked
 * while one of their events is worked. Nothing happens before the last {@code はい} of a dialogue, and everything
 * unexpected is answered with what can be done now.
 *
 * <p>Only replies are made here: they cost nothing (E-4) and may name people, because nobody but the sender asked.
 */
package jp.anpi.line.internal.conversation;
