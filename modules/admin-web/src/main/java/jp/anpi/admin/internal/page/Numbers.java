package jp.anpi.admin.internal.page;

import java.util.OptionalLong;

/** Numbers as they stand in addresses and hidden fields. */
public final class Numbers {

    private Numbers() {}

    /** Empty for anything but a whole number without a sign. */
    public static OptionalLong whole(String text) {
        return text != null && text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
