package jp.anpi.reporting;

import java.util.regex.Pattern;

/** What a name must keep to in order to be printed: never empty, one line, and short enough for a card. */
final class PrintedName {

    /** In code points. */
    static final int LONGEST = 60;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Co}\\p{Cs}\\u2028\\u2029]");

    private PrintedName() {}

    static String checked(String what, String name, int longest) {
        String trimmed = name.strip();
        if (trimmed.isEmpty() || trimmed.codePointCount(0, trimmed.length()) > longest) {
            throw new IllegalArgumentException("The " + what + " needs 1 to " + longest + " characters");
        }
        if (UNPRINTABLE.matcher(trimmed).find()) {
            throw new IllegalArgumentException("The " + what + " holds a control or private character");
        }
        return trimmed;
    }
}
