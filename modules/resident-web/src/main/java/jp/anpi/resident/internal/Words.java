package jp.anpi.resident.internal;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the pages say, from the bundle {@code jp.anpi.resident.messages}. */
public final class Words {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("jp.anpi.resident.messages", Locale.ROOT);

    private Words() {}

    /** @param arguments texts and numbers for the placeholders; numbers are written without separators */
    public static String of(String key, Object... arguments) {
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        return MessageFormat.format(BUNDLE.getString(key), texts);
    }

    public static String time(Instant instant, ZoneId zone) {
        return formatted("format.time", instant.atZone(zone));
    }

    public static String day(LocalDate day) {
        return formatted("format.day", day);
    }

    public static String date(LocalDate day) {
        return formatted("format.date", day);
    }

    public static String month(LocalDate day) {
        return formatted("format.month", day);
    }

    private static String formatted(String key, TemporalAccessor moment) {
        return DateTimeFormatter.ofPattern(BUNDLE.getString(key), Locale.JAPANESE)
                .format(moment);
    }
}
