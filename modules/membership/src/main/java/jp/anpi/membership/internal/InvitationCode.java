package jp.anpi.membership.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.anpi.foundation.SecretToken;

/**
 * A code that opens a team: twelve characters that are hard to mistake for each other, 58 random bits.
 *
 * @param text the bare characters, upper case, without hyphens
 */
record InvitationCode(String text) {

    /** Neither 0 and O, nor 1, I and L; no U, so that fewer words come about by chance. */
    static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    /** What Japanese keyboards give for a hyphen, and blanks: dashes, the long vowel mark, minus, box drawing. */
    private static final Pattern BETWEEN = Pattern.compile("[\\p{Pd}\u30FC\u2212\u2500\u2501\u00AD\\p{Zs}\\s]");

    static InvitationCode random() {
        return new InvitationCode(SecretToken.next(ALPHABET, LENGTH));
    }

    /** However it was typed: small or wide letters, any hyphens or none. Empty when it cannot be a code. */
    static Optional<InvitationCode> typed(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        String text = BETWEEN.matcher(plain).replaceAll("");
        return FORM.matcher(text).matches() ? Optional.of(new InvitationCode(text)) : Optional.empty();
    }

    /** In groups, for people to read. */
    String readable() {
        return String.join("-", text.substring(0, GROUP), text.substring(GROUP, 2 * GROUP), text.substring(2 * GROUP));
    }

    byte[] digest() {
        return SecretToken.digest(text);
    }

    @Override
    public String toString() {
        return "InvitationCode[***]";
    }
}
