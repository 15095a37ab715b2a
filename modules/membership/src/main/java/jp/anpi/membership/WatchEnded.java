package jp.anpi.membership;

import java.time.Instant;

/**
 * One watches the other no more, and both stay members.
 *
 * @param endedBy which of the two wanted it
 */
public record WatchEnded(Member participant, Member watcher, Role endedBy, Instant at) {}
