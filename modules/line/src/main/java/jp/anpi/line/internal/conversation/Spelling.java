package jp.anpi.line.internal.conversation;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Brings what is typed to one form, so that 「ＯＫ」, 「おｋ」 and 「めにゅー」 are what they are meant to be.
 *
 * <p>Full and half width, upper and lower case, hiragana and katakana, spaces, commas, and decoration around the words make no
 * difference.
 */
final class Spelling {

    /** Nobody types a command this long. */
    private static final int LONGEST = 60;

    private Spelling() {}

    static String canonical(String typed) {
        String text = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        String even = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String bare = even.replaceAll("[\\s\\p{Cntrl}、,]+", "");
        String words = bare.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
        return hiragana(words.isEmpty() ? bare : words);
    }

    private static String hiragana(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.chars().forEach(c -> result.append((char) (c >= 0x30A1 && c <= 0x30F6 ? c - 0x60 : c)));
        return result.toString();
    }
}
