package jp.anpi.announcements;

/** A district or a team that can be spoken to. */
public record Addressable(long id, String name) {}
