/**
 * Telling people: alerts, all-clears and incidents (E-6, E-11 … E-14).
 *
 * <p>May use: {@code foundation}, {@code membership}, {@code messaging}, {@code scheduling}.
 */
package jp.anpi.escalation;
