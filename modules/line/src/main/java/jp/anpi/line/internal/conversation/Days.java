package jp.anpi.line.internal.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.Rhythm;

/** Days, hours and rhythms in words, on the organization's wall clock (E-16). */
final class Days {

    private final Talk talk;

    private Days(Talk talk) {
        this.talk = talk;
    }

    static Days of(Talk talk) {
        return new Days(talk);
    }

    /** For example 25日(水)8時; with the month where it is not this one. */
    String slot(Instant instant) {
        return day(at(instant).toLocalDate()) + hour(at(instant).getHour());
    }

    /** For example 11月24日(火)8時. */
    String fullSlot(Instant instant) {
        return fullDay(at(instant).toLocalDate()) + hour(at(instant).getHour());
    }

    String day(LocalDate day) {
        boolean thisMonth = day.getMonth() == talk.today().getMonth()
                && day.getYear() == talk.today().getYear();
        return thisMonth ? format("date.day", day) : fullDay(day);
    }

    /** For example 11月24日(火); with the year where it is not this one. */
    String fullDay(LocalDate day) {
        return format(day.getYear() == talk.today().getYear() ? "date.month-day" : "date.year-month-day", day);
    }

    /** For example 8時04分. */
    String minute(Instant instant) {
        return pattern("date.minute").format(at(instant));
    }

    /** For example 11月24日(火)8時04分. */
    String fullMinute(Instant instant) {
        return fullDay(at(instant).toLocalDate()) + minute(instant);
    }

    String hour(int hour) {
        return talk.words("date.hour", hour);
    }

    String interval(CheckInInterval interval) {
        return talk.words("interval." + interval.name());
    }

    String rhythm(Rhythm rhythm) {
        return rhythm(rhythm.interval(), rhythm.hours());
    }

    /** For example 3日ごとに、8時; 「におたずねします」 can follow. */
    String rhythm(CheckInInterval interval, List<Integer> hours) {
        String times = hours.stream().sorted().map(this::hour).collect(Collectors.joining(talk.words("date.and")));
        return talk.words("date.rhythm", talk.words("every." + interval.name()), times);
    }

    private ZonedDateTime at(Instant instant) {
        ZoneId zone = talk.zone();
        return instant.atZone(zone);
    }

    private String format(String key, LocalDate day) {
        return pattern(key).format(day);
    }

    private DateTimeFormatter pattern(String key) {
        return DateTimeFormatter.ofPattern(talk.words(key), Locale.JAPANESE);
    }
}
