/**
 * A chat as a person sees it: what was said by whom, and which buttons can still be pressed. Buttons of flex and
 * template messages stay pressable for as long as the message is there; quick replies vanish with the next message, as
 * LINE documents (https://developers.line.biz/en/docs/messaging-api/using-quick-reply/).
 */
package jp.anpi.simulator.chat;
