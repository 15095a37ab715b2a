/** Addresses beside LINE, and what waits to be sent to them; private to {@code escalation}. */
package jp.anpi.escalation.internal.elsewhere;
