package jp.anpi.resident.internal.page;

import java.util.List;
import java.util.Optional;
import jp.anpi.membership.Member;
import jp.anpi.resident.internal.Words;
import jp.anpi.scheduling.CheckInState;
import jp.anpi.scheduling.ScheduleView;

/**
 * Everything that a page shows of one participant.
 *
 * @param rhythm when they are asked, in words
 * @param silence what happens without an answer, in words
 */
public record Sheet(
        Member member,
        ScheduleView schedule,
        Headline headline,
        AnswerCalendar calendar,
        String rhythm,
        String silence) {

    /** The marks that the calendar shows. */
    public List<Mark> legend() {
        return calendar.marks();
    }

    /** The months that the calendar shows, as its caption. */
    public String months() {
        var weeks = calendar.weeks();
        String first = Words.month(weeks.get(0).get(0).date());
        String last = Words.month(weeks.get(weeks.size() - 1).get(6).date());
        return first.equals(last) ? first : Words.of("calendar.months", first, last);
    }

    /** What stands in a day's field: its number, with the month on the first. */
    public String number(AnswerCalendar.Day day) {
        int number = day.date().getDayOfMonth();
        return number == 1 ? Words.of("calendar.first", day.date().getMonthValue(), number) : String.valueOf(number);
    }

    /** The mark in a day's field; blank on most days. */
    public String sign(AnswerCalendar.Day day) {
        return day.mark() == Mark.NONE ? "" : Words.of("mark." + day.mark());
    }

    /** What a screen reader says of a day. */
    public String spoken(AnswerCalendar.Day day) {
        String date = Words.day(day.date());
        String mark = day.mark() == Mark.NONE ? "" : Words.of("mark." + day.mark() + ".words");
        return Words.of(day.today() ? "calendar.today" : "calendar.day", date, mark);
    }

    /** Whether an OK answers something now. */
    public boolean answerable() {
        return schedule.openState()
                .filter(state -> state != CheckInState.NEED_HELP)
                .isPresent();
    }

    public boolean away() {
        return schedule.pausedUntil().isPresent();
    }

    /** 利用中, お休み中, 届きません. */
    public String standing() {
        return standing(member, Optional.of(schedule));
    }

    static String standing(Member member, Optional<ScheduleView> schedule) {
        if (member.blockedAt().isPresent()) {
            return Words.of("standing.blocked");
        }
        return schedule.flatMap(ScheduleView::pausedUntil)
                .map(day -> Words.of("standing.away", Words.day(day)))
                .orElseGet(() -> Words.of("standing.active"));
    }
}
