package jp.anpi.resident.internal.page;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.anpi.scheduling.CheckInHistory.Away;
import jp.anpi.scheduling.CheckInHistory.Entry;

/**
 * The days of the last weeks and what became of each: whole weeks from Sunday, this one the last.
 *
 * @param weeks oldest first, seven days each
 */
public record AnswerCalendar(List<List<Day>> weeks) {

    /** How many weeks are shown, this one included. */
    static final int WEEKS = 3;

    /**
     * One day.
     *
     * @param mark what became of it
     * @param today whether it is the present day
     */
    public record Day(LocalDate date, Mark mark, boolean today) {}

    /** The first day shown on {@code today}. */
    static LocalDate firstDay(LocalDate today) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY)).minusWeeks(WEEKS - 1L);
    }

    /** The last day shown on {@code today}. */
    static LocalDate lastDay(LocalDate today) {
        return firstDay(today).plusWeeks(WEEKS).minusDays(1);
    }

    /**
     * @param entries questions
     * @param signs every OK, also those that answered nothing (E-5)
     * @param pauses days away
     */
    static AnswerCalendar of(
            LocalDate today, ZoneId zone, List<Entry> entries, List<Instant> signs, List<Away> pauses) {
        DayMarks marks = new DayMarks(zone);
        pauses.forEach(marks::away);
        signs.forEach(marks::sign);
        entries.forEach(marks::question);
        List<List<Day>> weeks = new ArrayList<>();
        for (LocalDate sunday = firstDay(today); sunday.isBefore(lastDay(today)); sunday = sunday.plusWeeks(1)) {
            weeks.add(sunday.datesUntil(sunday.plusWeeks(1))
                    .map(date -> new Day(date, marks.of(date), date.equals(today)))
                    .toList());
        }
        return new AnswerCalendar(List.copyOf(weeks));
    }

    /** The marks that occur, for the legend; what matters most comes first. */
    List<Mark> marks() {
        return weeks.stream()
                .flatMap(List::stream)
                .map(Day::mark)
                .filter(mark -> mark != Mark.NONE)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}
