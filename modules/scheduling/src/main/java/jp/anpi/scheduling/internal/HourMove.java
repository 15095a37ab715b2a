package jp.anpi.scheduling.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * When somebody is asked next whose hours change: on the same day as before, at the new hour. So nobody who was asked
 * already that day is asked again, and no day is left out. Where the new hour of that day is over, the old one stands a
 * last time; so does an instant that is none of the grid, because a question is made up for.
 */
record HourMove(List<Integer> from, List<Integer> to, ZoneId zone) {

    /** @param due when they would have been asked next; null stays null */
    Instant of(Instant due, Instant now) {
        if (due == null) {
            return null;
        }
        ZonedDateTime local = due.atZone(zone);
        int slot = from.indexOf(local.getHour());
        if (slot < 0
                || from.size() != to.size()
                || !local.toLocalDate().atTime(local.getHour(), 0).equals(local.toLocalDateTime())) {
            return due;
        }
        Instant moved = local.toLocalDate().atTime(to.get(slot), 0).atZone(zone).toInstant();
        return moved.isAfter(now) ? moved : due;
    }
}
