package jp.anpi.foundation;

import java.util.Map;

/**
 * How much there is of something at this moment.
 *
 * @param name in lower case with underscores, beginning with {@code anpi_} and ending with the unit where it has one
 * @param labels names of states and kinds of ours, or the key of an organization; never whose it is
 */
public record Figure(String name, Map<String, String> labels, double value) {

    /** A figure with one label. */
    public static Figure of(String name, String label, String labelled, double value) {
        return new Figure(name, Map.of(label, labelled), value);
    }

    /** A figure that there is once. */
    public static Figure of(String name, double value) {
        return new Figure(name, Map.of(), value);
    }
}
