package jp.anpi.foundation;

import java.util.Map;

/**
 * Something has happened that {@code /metrics} counts. Fired in the transaction that did it, and counted once that is
 * committed.
 *
 * @param name of the counter, in lower case with underscores, beginning with {@code anpi_}
 * @param labels names of states and kinds of ours: a handful of values each, and never whose it is
 * @param count how many; nothing is counted for 0
 */
public record Counted(String name, Map<String, String> labels, long count) {}
