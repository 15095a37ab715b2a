/**
 * The webhook: raw bytes verified and stored within LINE's two seconds, worked afterwards, answered last.
 *
 * <p>An event is stored under its {@code webhookEventId}, so that what LINE delivers twice has one effect. Its effect,
 * the conversation and the mark that it was worked are one transaction (E-17); the reply follows after that, at most
 * once. An event that fails steps aside and is tried again, while the others go on (E-20).
 *
 * <p>Sources: <a href="https://developers.line.biz/en/docs/messaging-api/receiving-messages/">Receive messages</a>,
 * <a href="https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/">Verify webhook signature</a>,
 * <a href="https://developers.line.biz/en/reference/messaging-api/#webhook-event-objects">Webhook event objects</a>.
 */
package jp.anpi.line.internal.webhook;
