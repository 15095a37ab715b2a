/** How the outbox keeps, sends and settles; private to {@code messaging}. */
package jp.anpi.messaging.internal;
