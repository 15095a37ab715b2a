package jp.anpi.membership;

/** One watcher of one participant, through whatever teams they share. */
public record WatchLink(long participantId, long watcherId) {}
