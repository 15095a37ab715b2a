/**
 * Everything that comes in over HTTP from outside the town hall: LINE's webhook, the pages of participants and watchers
 * (R-068 … R-070), health, and the manual clock.
 *
 * <p>May use: {@code foundation}, {@code membership}, {@code messaging}, {@code scheduling}, {@code escalation},
 * {@code reporting}, {@code line}.
 */
package jp.anpi.resident;
