/**
 * How a message looks on a phone: words from the bundles, shapes from LINE's Flex Messages.
 *
 * <p>Made for people of 75: large type that follows the phone's own setting ({@code scaling}), one thing to do, what
 * happens next in words. Nothing that a person typed appears in what is pushed.
 *
 * <p>Sources: <a href="https://developers.line.biz/en/reference/messaging-api/#flex-message">Flex Message</a>,
 * <a href="https://developers.line.biz/en/reference/messaging-api/#action-objects">Action objects</a>.
 */
package jp.anpi.line.internal.render;
