package jp.anpi.reporting.internal.paper;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words that are printed, from the bundle {@code jp.anpi.reporting.paper}. */
final class PaperWords {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("jp.anpi.reporting.paper", Locale.ROOT);

    private PaperWords() {}

    static String of(String key, Object... arguments) {
        Object[] shown = Arrays.stream(arguments).map(String::valueOf).toArray();
        return new MessageFormat(BUNDLE.getString(key).replace("|", LineBreaks.MARK), Locale.JAPANESE).format(shown);
    }

    /** Whole days from two on, else hours, else minutes. */
    static String lasting(Duration duration) {
        if (duration.toHours() >= 48 && duration.toHours() % 24 == 0) {
            return of("duration.days", duration.toDays());
        }
        return duration.toMinutesPart() == 0
                ? of("duration.hours", duration.toHours())
                : of("duration.minutes", duration.toMinutes());
    }

    /** With the era, as on all paper of a municipality. */
    static String day(LocalDate date) {
        return DateTimeFormatter.ofPattern(BUNDLE.getString("date.day"), Locale.JAPANESE)
                .format(JapaneseDate.from(date));
    }
}
