/**
 * What LINE's servers know: accounts and who is whose friend, groups, chats, tokens, quota, rich menus. Every rule here
 * is one of LINE's, not of the product: who is reached by a push, when a reply token dies, what a retry key protects.
 *
 * <p>But for the quota, nothing in this package is safe for threads by itself: {@link jp.anpi.simulator.platform.Platform} is the monitor
 * under which all of it is read and changed.
 */
package jp.anpi.simulator.platform;
