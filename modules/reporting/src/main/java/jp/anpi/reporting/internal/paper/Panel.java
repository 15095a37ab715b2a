package jp.anpi.reporting.internal.paper;

/**
 * A column of a page, with a margin to both sides.
 *
 * @param left edge, before the margin
 * @param width with the margins
 */
record Panel(Canvas canvas, double left, double width) {

    private static final double MARGIN = 8;
    private static final double TITLE_FROM = 11;

    double x() {
        return left + MARGIN;
    }

    double inner() {
        return width - 2 * MARGIN;
    }

    /** @return where the text below may begin */
    double title(String key) {
        TextStyle style = TextStyle.bold(19).in(Ink.GREEN);
        String title = PaperWords.of(key);
        double end = canvas.text(title, style.fitting(title, inner(), 1), x(), TITLE_FROM, inner());
        canvas.box(x(), end + 1, inner(), 1, 0.5, Ink.LEAF);
        return end + 7;
    }

    double text(String text, TextStyle style, double y) {
        return canvas.text(text, style, x(), y, inner());
    }

    /** A heading and a sentence on a tinted ground. */
    double note(String key, double y) {
        double padding = 4;
        TextStyle heading = TextStyle.bold(13.5).in(Ink.GREEN);
        TextStyle body = TextStyle.regular(13);
        double text = inner() - 2 * padding;
        String title = PaperWords.of(key + ".title");
        String words = PaperWords.of(key);
        double height = heading.height(title, text) + body.height(words, text) + 2 * padding;
        canvas.box(x(), y, inner(), height, 2.5, Ink.MIST);
        double below = canvas.text(title, heading, x() + padding, y + padding, text);
        canvas.text(words, body, x() + padding, below, text);
        return y + height;
    }
}
