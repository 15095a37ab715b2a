/**
 * When whom to ask, and what they answered: the heart of the product (E-1 … E-11, E-14, E-16 … E-19).
 *
 * <p>A {@code CheckIn} is one question to one subject with all its follow-ups. Its transitions stand in
 * {@link jp.anpi.scheduling.Transition}; its deadlines are rows. The subject may be a participant or a group.
 *
 * <p>May use: {@code foundation}, {@code membership}, {@code messaging}.
 */
package jp.anpi.scheduling;
