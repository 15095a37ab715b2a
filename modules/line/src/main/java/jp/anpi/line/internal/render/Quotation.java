package jp.anpi.line.internal.render;

import java.util.Optional;

/** A few warm words; with author and work where they are not our own. */
public record Quotation(String text, Optional<String> source) {}
