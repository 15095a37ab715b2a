/**
 * The road to LINE: sending, replying, tokens, quota, links to the official account.
 *
 * <p>Everything that LINE or the network between may answer becomes one of a few outcomes (E-2, E-8, E-17). No token,
 * user id or message text reaches a log line or an error.
 *
 * <p>Sources: <a href="https://developers.line.biz/en/reference/messaging-api/#messages">Messages</a>,
 * <a href="https://developers.line.biz/en/docs/messaging-api/retrying-api-request/">Retry failed API requests</a>,
 * <a href="https://developers.line.biz/en/docs/basics/channel-access-token/">Channel access token</a>,
 * <a href="https://developers.line.biz/en/docs/messaging-api/using-line-url-scheme/">LINE URL scheme</a>.
 */
package jp.anpi.line.internal.channel;
