package jp.anpi.foundation;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that a mail server of today can be given: one {@code @}, a domain with a dot, no spaces.
 *
 * @param text as it is sent to; wide letters and digits have become narrow ones
 */
public record EmailAddress(String text) {

    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{2,63}");

    /** Empty when it is none. Old mobile addresses with dots in a row are addresses too. */
    public static Optional<EmailAddress> parse(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        return text.length() <= LONGEST && SHAPE.matcher(text).matches()
                ? Optional.of(new EmailAddress(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "EmailAddress[***]";
    }
}
