/**
 * What is handed out on paper or as a picture: QR codes of invitations, and the leaflet, poster and cards that carry them
 * (R-047, R-048, R-053, R-128).
 *
 * <p>May use: {@code foundation}, {@code membership}, {@code scheduling}, {@code escalation}.
 */
package jp.anpi.reporting;
