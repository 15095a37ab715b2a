package jp.anpi.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * The days and hours at which a subject is asked, on the wall clock of its organization (E-16).
 *
 * @param interval which days
 * @param hours one or two hours of the day, 0 to 23, ascending
 * @param anchor a day of the grid
 */
public record Rhythm(CheckInInterval interval, List<Integer> hours, LocalDate anchor) {

    public Rhythm {
        hours = hours.stream().distinct().sorted().toList();
        if (hours.isEmpty() || hours.size() > 2 || hours.get(0) < 0 || hours.get(hours.size() - 1) > 23) {
            throw new IllegalArgumentException("One or two hours from 0 to 23, not " + hours);
        }
    }

    /** A rhythm whose grid begins at the next occurrence of one of its hours after {@code now}. */
    public static Rhythm startingAfter(Instant now, CheckInInterval interval, List<Integer> hours, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        Rhythm daily = new Rhythm(CheckInInterval.EVERY_DAY, hours, today);
        LocalDate first = daily.nextAfter(now, zone).atZone(zone).toLocalDate();
        return new Rhythm(interval, hours, first);
    }

    /** The first instant of the grid strictly after {@code instant}. */
    public Instant nextAfter(Instant instant, ZoneId zone) {
        LocalDate day = interval.onOrAfter(instant.atZone(zone).toLocalDate(), anchor);
        while (true) {
            for (int hour : hours) {
                Instant slot = day.atTime(hour, 0).atZone(zone).toInstant();
                if (slot.isAfter(instant)) {
                    return slot;
                }
            }
            day = interval.onOrAfter(day.plusDays(1), anchor);
        }
    }

    /** The first instant of the grid on {@code day} or later. */
    public Instant firstOnOrAfter(LocalDate day, ZoneId zone) {
        return nextAfter(day.atStartOfDay(zone).toInstant().minusNanos(1), zone);
    }
}
