/**
 * Staff pages below {@code /admin/}: beans that serve one page each and talk to use cases only.
 *
 * <p>May use: {@code foundation}, {@code membership}, {@code messaging}, {@code scheduling}, {@code escalation},
 * {@code announcements}, {@code reporting}, {@code line}.
 */
package jp.anpi.admin;
