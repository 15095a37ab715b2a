package jp.anpi.admin.internal.page;

import java.util.OptionalInt;
import java.util.OptionalLong;

/** Numbers as they stand in addresses and hidden fields. */
public final class Numbers {

    private Numbers() {}

    /** Empty for anything but a whole number without a sign. */
    public static OptionalLong whole(String text) {
        return text != null && text.matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }

    /** A number that somebody typed; -1 for anything else. */
    static int typed(String text) {
        String stripped = text == null ? "" : text.strip();
        return stripped.matches("[0-9]{1,9}") ? Integer.parseInt(stripped) : -1;
    }

    /** Like {@link #whole}, and empty for what is too large. */
    static OptionalInt small(String text) {
        return text != null && text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
