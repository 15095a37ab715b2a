package jp.anpi.membership.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.anpi.foundation.Typed;

/** How names of users are compared and kept. */
final class StaffName {

    private static final Pattern USER = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,59}");
    private static final int LONGEST = 40;

    private StaffName() {}

    /** Capitals and full-width letters do not matter. */
    static String folded(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Empty where it is no name for a new user. */
    static Optional<String> user(String typed) {
        return Optional.of(folded(typed)).filter(text -> USER.matcher(text).matches());
    }

    /** What colleagues read: 1 to 40 characters that can be seen and turn nothing around. */
    static Optional<String> shown(String typed) {
        return Typed.line(typed, LONGEST)
                .filter(text -> !text.isEmpty() && text.codePoints().allMatch(Character::isDefined));
    }
}
