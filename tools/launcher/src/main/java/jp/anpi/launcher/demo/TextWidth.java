package jp.anpi.launcher.demo;

import java.util.ArrayList;
import java.util.List;

/** How wide a text stands on a terminal, where a Japanese character takes two columns. */
final class TextWidth {

    private static final int FIRST_WIDE = 0x2E80;
    private static final String NEVER_FIRST = "。、」）？！ー』】";

    private TextWidth() {}

    static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    /** The text in lines of at most so many columns; nothing is lost, and no line begins with a closing mark. */
    static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int point : text.codePoints().toArray()) {
            boolean full = of(line.toString()) + of(point) > columns;
            if (full && NEVER_FIRST.indexOf(point) < 0) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.appendCodePoint(point);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The text with blanks after it up to so many columns. */
    static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - of(text)));
    }

    private static int of(int codePoint) {
        return codePoint < FIRST_WIDE ? 1 : 2;
    }
}
