/**
 * What passes over the wire between the product and the platform: the log of every request and the faults that are
 * put in its way. A fault never changes what a request means, only whether it is accepted and what the caller hears.
 *
 * <p>The answers are those of LINE's reference, section "Status codes"
 * (https://developers.line.biz/en/reference/messaging-api/#status-codes).
 */
package jp.anpi.simulator.traffic;
