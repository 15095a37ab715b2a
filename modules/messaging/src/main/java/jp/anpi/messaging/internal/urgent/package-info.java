/** The ways to people beside the messaging platform: a mail server, a gateway; private to {@code messaging}. */
package jp.anpi.messaging.internal.urgent;
