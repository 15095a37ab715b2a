package jp.anpi.membership;

/** What a member does in a team: is watched, or watches. */
public enum Role {
    PARTICIPANT,
    WATCHER
}
