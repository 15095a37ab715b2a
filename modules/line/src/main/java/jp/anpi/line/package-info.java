/**
 * The LINE adapter: webhook, conversation, rendering, rich menu, and the message channel over line-bot-sdk-java.
 *
 * <p>May use: {@code foundation}, {@code membership}, {@code messaging}, {@code scheduling}, {@code escalation},
 * {@code announcements}.
 */
package jp.anpi.line;
