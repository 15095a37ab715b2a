package jp.anpi.membership;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a member wants to be called: 1 to 20 visible characters of any script, emoji and rare kanji included.
 *
 * <p>It is shown among other text, so it holds nothing that is invisible or that moves or covers its surroundings.
 *
 * @param text stripped; in normalization form C, except that compatibility ideographs (福, 神 …) stay as typed, because
 *     people insist on the form of their name
 */
public record Nickname(String text) {

    private static final int LONGEST = 20;

    /** A character may be a family of emoji of a dozen code points, but twenty of those are no name. */
    private static final int MOST_CODE_POINTS = 120;

    private static final Pattern CHARACTER = Pattern.compile("\\X");
    private static final Pattern NORMALIZABLE = Pattern.compile("[^\\x{F900}-\\x{FAFF}\\x{2F800}-\\x{2FA1F}]+");

    /** Marks piled up until they cover the lines above; no script needs as many. */
    private static final Pattern PILE_OF_MARKS = Pattern.compile("[\\p{Mn}\\p{Me}]{6}");

    /** Tag characters spell the flags of regions; anywhere else they hide text. */
    private static final Pattern FLAG_OF_REGION = Pattern.compile("\\x{1F3F4}[\\x{E0020}-\\x{E007E}]{1,6}\\x{E007F}");

    /** Letters and symbols that have no ink: Hangul fillers and the empty Braille pattern. */
    private static final Pattern BLANK_LETTER = Pattern.compile("[\\u115F\\u1160\\u3164\\uFFA0\\u2800]");

    /** Empty where the text is blank, too long, or holds characters that cannot be shown. */
    public static Optional<Nickname> of(String typed) {
        String text = normalized(typed.strip());
        boolean shown = FLAG_OF_REGION.matcher(text).replaceAll("").codePoints().allMatch(Nickname::showable)
                && text.codePoints().anyMatch(Nickname::visible)
                && !PILE_OF_MARKS.matcher(text).find()
                && !BLANK_LETTER.matcher(text).find();
        return shown && fits(text) ? Optional.of(new Nickname(text)) : Optional.empty();
    }

    private static String normalized(String text) {
        return NORMALIZABLE
                .matcher(text)
                .replaceAll(part -> Matcher.quoteReplacement(Normalizer.normalize(part.group(), Normalizer.Form.NFC)));
    }

    private static boolean showable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            // The joiner makes one emoji of several; the others turn or hide what stands around them.
            case Character.FORMAT -> codePoint == 0x200D;
            default -> true;
        };
    }

    private static boolean visible(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || Character.getType(codePoint) == Character.OTHER_SYMBOL;
    }

    private static boolean fits(String text) {
        return text.codePointCount(0, text.length()) <= MOST_CODE_POINTS
                && CHARACTER.matcher(text).results().count() <= LONGEST;
    }

    @Override
    public String toString() {
        return "Nickname[***]";
    }
}
