package jp.anpi.foundation;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A phone number.
 *
 * @param text in international form, for example {@code +819012345678}
 */
public record PhoneNumber(String text) {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s().-]|\\p{Pd}|\\u2212|\\u30FC");
    private static final Pattern NATIONAL = Pattern.compile("0[1-9]\\d{8,9}");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9]\\d{7,14}");
    private static final String JAPAN = "+81";

    /** Empty when it is none. Numbers without a country are Japanese ones. */
    public static Optional<PhoneNumber> parse(String typed) {
        String narrow = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        String digits = SEPARATORS.matcher(narrow).replaceAll("");
        if (NATIONAL.matcher(digits).matches()) {
            return Optional.of(new PhoneNumber(JAPAN + digits.substring(1)));
        }
        return INTERNATIONAL.matcher(digits).matches() ? Optional.of(new PhoneNumber(digits)) : Optional.empty();
    }

    /** The same for the number of a desk, which may be followed by words, such as an extension. */
    public static Optional<PhoneNumber> parseOfDesk(String typed) {
        String narrow = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        return IntStream.iterate(narrow.length(), end -> end > 0, end -> end - 1)
                .filter(end -> end == narrow.length() || !Character.isDigit(narrow.charAt(end)))
                .mapToObj(end -> parse(narrow.substring(0, end)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public String toString() {
        return "PhoneNumber[***]";
    }
}
