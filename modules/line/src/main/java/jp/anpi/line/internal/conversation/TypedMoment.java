package jp.anpi.line.internal.conversation;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hours and days as a picker gives them, or as people type them: {@code 08:30}, {@code 8}; {@code 11/30}. */
final class TypedMoment {

    private static final Pattern HOUR = Pattern.compile("(\\d{1,2})(?::(?:[0-5]?\\d\\D?)?)?");
    private static final Pattern DAY = Pattern.compile("(?:(\\d{4})\\D)?(\\d{1,2})\\D(\\d{1,2})\\D?");

    private TypedMoment() {}

    /**
     * The hour; minutes are dropped.
     *
     * @param mark what people write between hour and minute
     */
    static OptionalInt hour(String text, String mark) {
        Matcher hour = HOUR.matcher(even(text).replace(mark, ":"));
        if (!hour.matches() || Integer.parseInt(hour.group(1)) > 23) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(hour.group(1)));
    }

    /** The day; without a year the next such day from {@code today} on. Empty for days that no calendar has. */
    static Optional<LocalDate> day(String text, LocalDate today) {
        Matcher day = DAY.matcher(even(text));
        if (!day.matches()) {
            return Optional.empty();
        }
        try {
            int year = day.group(1) == null ? today.getYear() : Integer.parseInt(day.group(1));
            LocalDate named = LocalDate.of(year, Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
            return Optional.of(day.group(1) == null && named.isBefore(today) ? named.plusYears(1) : named);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static String even(String text) {
        String shortened = text.length() > 40 ? text.substring(0, 40) : text;
        return Normalizer.normalize(shortened, Normalizer.Form.NFKC).strip();
    }
}
