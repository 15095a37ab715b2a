package jp.anpi.reporting;

import java.util.List;
import jp.anpi.reporting.internal.paper.PagePicture;

/**
 * A PDF with all its fonts in it.
 *
 * @param substituted characters of names that the font does not know, each once; the page shows something else instead,
 *     and whoever prints it should look at it first
 */
public record PrintedPaper(byte[] pdf, List<Substituted> substituted) {

    /** How many sides there are. */
    public int pages() {
        return PagePicture.pages(pdf);
    }

    /**
     * One side as it will come out of the printer, as a PNG.
     *
     * @param page counted from 1
     * @param width in pixels
     * @throws IllegalArgumentException where there is no such side
     */
    public byte[] picture(int page, int width) {
        return PagePicture.png(pdf, page, width);
    }

    /**
     * One of them.
     *
     * @param written as it stands in the name
     * @param printed a geta mark, or the common form of a rare variant
     */
    public record Substituted(String written, String printed) {}
}
