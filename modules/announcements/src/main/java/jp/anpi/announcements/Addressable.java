package jp.anpi.announcements;

/** A team that can be spoken to. */
public record Addressable(long teamId, String name) {}
