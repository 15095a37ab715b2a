package jp.anpi.simulator.rules;

/** One violation, as an item of {@code details} in LINE's error body. */
public record Problem(String message, String property) {}
