package jp.anpi.membership;

/**
 * What somebody is in a team.
 *
 * @param elsewhere whether they are in other teams of staff besides
 */
public record TeamPart(long memberId, boolean participant, boolean watcher, boolean lead, boolean elsewhere) {}
