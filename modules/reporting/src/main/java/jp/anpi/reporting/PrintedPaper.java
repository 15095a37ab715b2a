package jp.anpi.reporting;

import java.util.List;

/**
 * A PDF with all its fonts in it.
 *
 * @param substituted characters of names that the font does not know, each once; the page shows something else instead,
 *     and whoever prints it should look at it first
 */
public record PrintedPaper(byte[] pdf, List<Substituted> substituted) {

    /**
     * One of them.
     *
     * @param written as it stands in the name
     * @param printed a geta mark, or the common form of a rare variant
     */
    public record Substituted(String written, String printed) {}
}
