/**
 * What LINE accepts as a message object, an action, a flex container or a rich menu. Every rule reports each violation
 * with the place where it is, so that the answer can list them as LINE does.
 *
 * <p>Sources: https://developers.line.biz/en/reference/messaging-api/#message-objects and the pages beside it; lengths
 * in UTF-16 units or grapheme clusters as told by
 * https://developers.line.biz/en/docs/messaging-api/text-character-count/. Message texts that the reference does not
 * print are worded like the ones it does.
 */
package jp.anpi.simulator.rules;
