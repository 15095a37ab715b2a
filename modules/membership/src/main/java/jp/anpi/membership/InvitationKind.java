package jp.anpi.membership;

/** For one person, or for as many as come before it expires. */
public enum InvitationKind {
    SINGLE_USE,
    TEAM_WIDE
}
