package jp.anpi.benchmarks.workbench;

import java.util.Locale;

/**
 * What a figure has to reach.
 *
 * @param what the figure, in words
 * @param format how it is printed, for example {@code %.2f}
 * @param bound what it may be at most, or must be at least
 * @param most whether the bound is the most
 */
public record Target(String what, String format, double bound, boolean most) {

    /** The figure may not be larger. */
    public static Target atMost(String what, String format, double bound) {
        return new Target(what, format, bound, true);
    }

    /** The figure may not be smaller. */
    public static Target atLeast(String what, String format, double bound) {
        return new Target(what, format, bound, false);
    }

    /** Whether this figure reaches it. */
    public boolean reached(double figure) {
        return most ? figure <= bound : figure >= bound;
    }

    /** The line to print about it. */
    public String line(double figure) {
        return String.format(
                Locale.ROOT,
                "  %s: " + format + " (%s " + format + "): %s",
                what,
                figure,
                most ? "at most" : "at least",
                bound,
                reached(figure) ? "PASS" : "FAIL");
    }
}
