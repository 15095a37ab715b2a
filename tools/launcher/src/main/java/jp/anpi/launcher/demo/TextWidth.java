package jp.anpi.launcher.demo;

import java.util.ArrayList;
import java.util.List;

/** How wide a text stands on a terminal, where a Japanese character takes two columns. */
final class TextWidth {

    private static final int FIRST_WIDE = 0x2E80;

    /** Between any two letters, but not within a number or a word in Latin letters, nor before a closing mark. */
    private static final String BREAKS = "(?<!^)(?<![「『（【])(?![。、」』）】？！ー])(?:(?<=[^\\x21-\\x7e])|(?=[^\\x21-\\x7e]))";

    private TextWidth() {}

    static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    /** The text in lines of about so many columns; no number is torn, and no line begins with a closing mark. */
    static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String piece : text.split(BREAKS)) {
            if (!line.isEmpty() && of(line + piece.stripTrailing()) > columns) {
                lines.add(line.stripTrailing());
                line = "";
            }
            line += piece;
        }
        lines.add(line);
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
