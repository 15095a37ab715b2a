package jp.anpi.scheduling;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** On which days a subject is asked (R-002 … R-004). */
public enum CheckInInterval {
    EVERY_DAY(1),
    EVERY_2_DAYS(2),
    EVERY_3_DAYS(3),
    EVERY_5_DAYS(5),
    EVERY_7_DAYS(7),
    EVERY_14_DAYS(14),
    EVERY_30_DAYS(30),
    /** Monday to Friday. */
    WEEKDAYS(0),
    EVERY_OTHER_WEEK(14);

    private final int days;

    CheckInInterval(int days) {
        this.days = days;
    }

    /** Whether {@code day} is a day of the grid that holds {@code anchor}; days before the anchor count too. */
    public boolean falls(LocalDate day, LocalDate anchor) {
        if (this == WEEKDAYS) {
            return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
        }
        return Math.floorMod(ChronoUnit.DAYS.between(anchor, day), (long) days) == 0;
    }

    /** The first day of the grid on or after {@code day}. */
    public LocalDate onOrAfter(LocalDate day, LocalDate anchor) {
        if (this == WEEKDAYS) {
            LocalDate next = day;
            while (!falls(next, anchor)) {
                next = next.plusDays(1);
            }
            return next;
        }
        long past = Math.floorMod(ChronoUnit.DAYS.between(anchor, day), (long) days);
        return past == 0 ? day : day.plusDays(days - past);
    }
}
