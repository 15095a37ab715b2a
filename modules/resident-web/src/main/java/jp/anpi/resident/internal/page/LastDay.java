package jp.anpi.resident.internal.page;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.anpi.resident.internal.Words;
import jp.anpi.scheduling.LongestPause;

/**
 * The last day of a pause as somebody gave it: by the phone's calendar, or typed where it has none.
 *
 * @param day the day, when it is possible
 * @param problem what to say at the field, when it is not
 */
record LastDay(Optional<LocalDate> day, Optional<String> problem) {

    /** Year, month, day with anything between; wide digits count. */
    private static final Pattern DATE = Pattern.compile("(\\d{4})\\D{1,3}(\\d{1,2})\\D{1,3}(\\d{1,2})\\D?");

    static LastDay read(String typed, LocalDate today) {
        if (typed == null || typed.isBlank()) {
            return refused("last-day.missing");
        }
        Optional<LocalDate> day = parse(typed);
        if (day.isEmpty()) {
            return refused("last-day.unreadable");
        }
        if (day.get().isBefore(today)) {
            return refused("last-day.past", Words.day(today));
        }
        LocalDate latest = LongestPause.lastDay(today);
        return day.get().isAfter(latest)
                ? refused("last-day.far", Words.date(latest))
                : new LastDay(day, Optional.empty());
    }

    private static Optional<LocalDate> parse(String typed) {
        Matcher parts =
                DATE.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC).strip());
        try {
            return parts.matches()
                    ? Optional.of(LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3)))
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static LastDay refused(String key, Object... arguments) {
        return new LastDay(Optional.empty(), Optional.of(Words.of(key, arguments)));
    }
}
