/**
 * What the platform sends to the product: events, signed over the raw bytes, each POST given two seconds. By default
 * every event travels alone and in the order in which it happened; the switches of
 * {@link jp.anpi.simulator.webhook.Webhooks} allow all that LINE allows itself: batches, duplicates, another order,
 * redelivery, standby, events nobody knows yet.
 *
 * <p>Sources: https://developers.line.biz/en/docs/messaging-api/receiving-messages/ and
 * https://developers.line.biz/en/reference/messaging-api/#webhook-event-objects.
 */
package jp.anpi.simulator.webhook;
