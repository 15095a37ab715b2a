/**
 * Announcements to everybody or to a part of them: written, approved by a second person, sent in slices behind whatever is
 * more urgent, counted, and stopped if need be (R-078, R-089, R-108 … R-111, E-9).
 *
 * <p>May use: {@code foundation}, {@code membership}, {@code messaging}.
 */
package jp.anpi.announcements;
