package jp.anpi.membership;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * What a member wants to be called: 1 to 20 visible characters of any script, emoji and rare kanji included.
 *
 * @param text stripped, in normalization form C, without control characters
 */
public record Nickname(String text) {

    private static final int LONGEST = 20;

    /** Empty where the text is blank, too long, or holds characters that cannot be shown. */
    public static Optional<Nickname> of(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
        boolean shown = text.codePoints().allMatch(Nickname::showable)
                && text.codePoints().anyMatch(Nickname::visible);
        return shown && length(text) <= LONGEST ? Optional.of(new Nickname(text)) : Optional.empty();
    }

    private static boolean showable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> codePoint == 0x200D || (codePoint >= 0xE0020 && codePoint <= 0xE007F);
            default -> true;
        };
    }

    private static boolean visible(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || Character.getType(codePoint) == Character.OTHER_SYMBOL;
    }

    private static int length(String text) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.JAPANESE);
        characters.setText(text);
        int count = 0;
        while (characters.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }
}
