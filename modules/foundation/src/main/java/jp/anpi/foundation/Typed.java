package jp.anpi.foundation;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody typed into a field: without the space around it, and refused where a machine could stumble over it. */
public final class Typed {

    /** They turn around what stands beside them: a name would rewrite the line of the audit log that it stands in. */
    private static final String TURNING = "\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069";

    private static final Pattern NOT_IN_A_LINE =
            Pattern.compile("[\\p{Cc}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}" + TURNING + "]");
    private static final Pattern NOT_IN_A_TEXT = Pattern.compile("[\\p{Cc}\\p{Co}\\p{Cs}" + TURNING + "&&[^\\n\\t]]");

    /** Formats, marks, spaces, and the letters that have no ink: Hangul fillers and the empty Braille pattern. */
    private static final Pattern NOTHING_TO_SEE =
            Pattern.compile("[\\p{Cf}\\p{Mn}\\p{Z}\\u115F\\u1160\\u3164\\uFFA0\\u2800]+");

    private Typed() {}

    /**
     * One line.
     *
     * @param most in characters as people count them, a rare kanji as one
     * @return empty where it is too long, or holds control, private or broken characters, or none that can be seen; blank
     *     where nothing was typed
     */
    public static Optional<String> line(String typed, int most) {
        return checked(typed.strip(), NOT_IN_A_LINE, most);
    }

    /** The same for a text of several lines, which end with a line feed whatever the browser has sent. */
    public static Optional<String> text(String typed, int most) {
        return checked(typed.replace("\r\n", "\n").replace('\r', '\n').strip(), NOT_IN_A_TEXT, most);
    }

    /** Numbers and signs as machines read them: a Japanese keyboard writes digits, spaces and hyphens in full width too. */
    public static String narrow(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }

    private static Optional<String> checked(String text, Pattern forbidden, int most) {
        boolean good = text.codePointCount(0, text.length()) <= most
                && !forbidden.matcher(text).find()
                && !NOTHING_TO_SEE.matcher(text).matches();
        return good ? Optional.of(text) : Optional.empty();
    }
}
