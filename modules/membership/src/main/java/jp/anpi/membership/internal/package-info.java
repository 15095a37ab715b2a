/**
 * How membership is kept: session beans over entities for ordinary use cases, plain SQL for look-ups of many people.
 *
 * <p>Every statement is scoped by its organization. Every use case that writes ends with a flush, because the modules
 * above read the same tables by SQL in the same transaction. Rows are locked in the order member, team, invitation.
 */
package jp.anpi.membership.internal;
