package jp.anpi.admin.internal;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the pages say, from the bundle {@code jp.anpi.admin.messages}, in Japanese, or in English for whoever has chosen
 * it. What the browser would like to read has no say: offices have browsers in many languages.
 */
public record Words(Locale locale) {

    public static final Words JAPANESE = new Words(Locale.JAPANESE);
    public static final Words ENGLISH = new Words(Locale.ENGLISH);

    /** A part of a text. @param time whether it is a time of day */
    public record Part(String text, boolean time) {}

    private static final Pattern TIME = Pattern.compile("\\d+\u6642\\d+\u5206");
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /** @param arguments texts and numbers for the placeholders; numbers are written without separators */
    public String of(String key, Object... arguments) {
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        return MessageFormat.format(bundle().getString(key), texts);
    }

    public boolean has(String key) {
        return bundle().containsKey(key);
    }

    /** 「11月22日（日）8時31分」. */
    public String moment(Instant instant, ZoneId zone) {
        return formatted("format.moment", instant.atZone(zone));
    }

    /** The time alone where it is on that day, else the moment. */
    public String timeOrMoment(Instant instant, LocalDate today, ZoneId zone) {
        boolean same = instant.atZone(zone).toLocalDate().equals(today);
        return same ? formatted("format.time", instant.atZone(zone)) : moment(instant, zone);
    }

    /** With the era's year. */
    public String date(LocalDate day) {
        return locale.equals(Locale.JAPANESE)
                ? formatted("format.date", JapaneseDate.from(day))
                : formatted("format.date", day);
    }

    /** 「2日と3時間」, 「27時間」, 「40分」: days from two on, minutes below one hour. */
    public String span(Duration span) {
        long hours = span.toHours();
        if (hours < 1) {
            return of("span.minutes", Math.max(0, span.toMinutes()));
        }
        if (hours < 48) {
            return of("span.hours", hours);
        }
        long rest = hours % 24;
        return rest == 0 ? of("span.days", hours / 24) : of("span.days-hours", hours / 24, rest);
    }

    /** A text in parts, its times of day each by itself: a page breaks no line within them. */
    public List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (MatchResult time : TIME.matcher(text).results().toList()) {
            parts.add(new Part(text.substring(from, time.start()), false));
            parts.add(new Part(time.group(), true));
            from = time.end();
        }
        parts.add(new Part(text.substring(from), false));
        return parts;
    }

    private String formatted(String key, TemporalAccessor moment) {
        return DateTimeFormatter.ofPattern(bundle().getString(key), locale).format(moment);
    }

    private ResourceBundle bundle() {
        return ResourceBundle.getBundle("jp.anpi.admin.messages", locale, NO_FALLBACK);
    }
}
