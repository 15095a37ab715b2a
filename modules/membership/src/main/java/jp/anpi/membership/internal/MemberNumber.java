package jp.anpi.membership.internal;

import java.util.Optional;
import java.util.regex.Pattern;
import jp.anpi.foundation.Typed;

/**
 * The number of a member with its check digit, for example {@code 1042-9}: what is read out on the phone.
 *
 * <p>The check digit is Damm's: it finds every single wrong digit and every swap of two neighbours, which are the
 * mistakes that people make.
 */
final class MemberNumber {

    private static final Pattern HYPHENS = Pattern.compile("\\p{Pd}|\\u2212|\\u30FC");
    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]+");
    private static final Pattern BEGINNING = Pattern.compile("[1-9][0-9]{2,17}-?");
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]*-[0-9]");

    /** A totally anti-symmetric quasigroup of order 10, from Damm's dissertation (2004). */
    private static final int[][] TABLE = {
        {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
        {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
        {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
        {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
        {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
        {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
        {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
        {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
        {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
        {2, 5, 8, 1, 4, 3, 6, 7, 9, 0},
    };

    private MemberNumber() {}

    static String of(long sequence) {
        return sequence + "-" + checkDigit(Long.toString(sequence));
    }

    static boolean isValid(String number) {
        return FORM.matcher(number).matches() && checkDigit(number.replace("-", "")) == 0;
    }

    /** What somebody typed as a number, as it is kept: whatever the hyphen looks like, and also without one. */
    static String typed(String text) {
        String narrow = HYPHENS.matcher(Typed.narrow(text)).replaceAll("-");
        return DIGITS.matcher(narrow).matches()
                ? narrow.substring(0, narrow.length() - 1) + "-" + narrow.charAt(narrow.length() - 1)
                : narrow;
    }

    /** What numbers begin with that somebody has not typed to the end; empty where too many might. */
    static Optional<String> beginning(String text) {
        return Optional.of(HYPHENS.matcher(Typed.narrow(text)).replaceAll("-"))
                .filter(narrow -> BEGINNING.matcher(narrow).matches());
    }

    private static int checkDigit(String digits) {
        return digits.chars().map(Character::getNumericValue).reduce(0, (interim, digit) -> TABLE[interim][digit]);
    }
}
