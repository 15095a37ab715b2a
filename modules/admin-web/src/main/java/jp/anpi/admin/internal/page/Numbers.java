package jp.anpi.admin.internal.page;

import java.util.OptionalInt;
import java.util.OptionalLong;
import jp.anpi.foundation.Typed;

/** Numbers as they stand in addresses and hidden fields, and as people type them. */
public final class Numbers {

    private Numbers() {}

    /** Empty for anything but a whole number without a sign. */
    public static OptionalLong whole(String text) {
        return text != null && text.matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }

    /** A number that somebody typed, in digits of either width; -1 for anything else. */
    static int typed(String text) {
        String narrow = Typed.narrow(text == null ? "" : text);
        return narrow.matches("[0-9]{1,9}") ? Integer.parseInt(narrow) : -1;
    }

    /** Like {@link #whole}, and empty for what is too large. */
    static OptionalInt small(String text) {
        return text != null && text.matches("[0-9]{1,9}")
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }
}
