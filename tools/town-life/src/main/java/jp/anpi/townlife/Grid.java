package jp.anpi.townlife;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The instants at which somebody is to be asked: every so many days at an hour, from the next such hour after
 * registration on.
 */
record Grid(LocalDate first, int days, int hour) {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    static Grid startingAfter(Instant registered, int days, int hour) {
        LocalDateTime slot = registered.atZone(TOKYO).toLocalDate().atTime(hour, 0);
        LocalDate today = slot.toLocalDate();
        return new Grid(slot.atZone(TOKYO).toInstant().isAfter(registered) ? today : today.plusDays(1), days, hour);
    }

    /** The first slot after that instant. */
    Instant after(Instant instant) {
        long past = Math.max(0, instant.atZone(TOKYO).toLocalDate().toEpochDay() - first.toEpochDay());
        LocalDate day = first.plusDays(past / days * days);
        while (!at(day).isAfter(instant)) {
            day = day.plusDays(days);
        }
        return at(day);
    }

    /** The first slot on that day or later. */
    Instant onOrAfter(LocalDate day) {
        return after(day.atStartOfDay(TOKYO).toInstant().minusNanos(1));
    }

    private Instant at(LocalDate day) {
        return day.atTime(hour, 0).atZone(TOKYO).toInstant();
    }

    static LocalDate dayOf(Instant instant) {
        return instant.atZone(TOKYO).toLocalDate();
    }
}
