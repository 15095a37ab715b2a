/**
 * Who takes part: organizations, members, teams, invitations and consent, without identity (R-025 … R-070).
 *
 * <p>A member is a number, a nickname and a LINE account. One member may be a participant, a watcher, or both, in any
 * number of teams. Everyone who watches in a team watches all participants of that team.
 *
 * <p>May use: {@code foundation}.
 */
package jp.anpi.membership;
