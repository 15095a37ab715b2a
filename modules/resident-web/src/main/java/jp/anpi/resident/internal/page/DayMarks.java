package jp.anpi.resident.internal.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import jp.anpi.scheduling.CheckInHistory.Away;
import jp.anpi.scheduling.CheckInHistory.Entry;

/** Collects what is known of each day; what matters most stays. */
final class DayMarks {

    private final Map<LocalDate, Mark> marks = new HashMap<>();
    private final ZoneId zone;

    DayMarks(ZoneId zone) {
        this.zone = zone;
    }

    void away(Away pause) {
        pause.firstDay().datesUntil(pause.lastDay().plusDays(1)).forEach(day -> put(day, Mark.AWAY));
    }

    void sign(Instant ok) {
        put(day(ok), Mark.ANSWERED);
    }

    void question(Entry entry) {
        Mark.of(entry.state()).ifPresent(mark -> put(day(entry.dueAt()), mark));
    }

    Mark of(LocalDate day) {
        return marks.getOrDefault(day, Mark.NONE);
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private void put(LocalDate day, Mark mark) {
        marks.merge(day, mark, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }
}
