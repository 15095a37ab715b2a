/**
 * What is handed out on paper or as a picture: QR codes of invitations so far.
 *
 * <p>May use: {@code foundation}, {@code membership}, {@code scheduling}, {@code escalation}.
 */
package jp.anpi.reporting;
