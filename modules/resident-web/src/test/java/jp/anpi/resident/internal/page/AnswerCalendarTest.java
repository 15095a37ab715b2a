package jp.anpi.resident.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import jp.anpi.resident.internal.page.AnswerCalendar.Day;
import jp.anpi.scheduling.CheckInHistory.Away;
import jp.anpi.scheduling.CheckInHistory.Entry;
import jp.anpi.scheduling.CheckInState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerCalendarTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @Test
    void shows_whole_weeks_from_sunday_and_ends_with_this_one() {
        AnswerCalendar calendar = AnswerCalendar.of(TODAY, TOKYO, List.of(), List.of(), List.of());

        assertThat(calendar.weeks()).hasSize(3).allMatch(week -> week.size() == 7);
        assertThat(days(calendar).get(0).date())
                .isEqualTo(LocalDate.of(2026, 11, 8))
                .matches(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY);
        assertThat(days(calendar).get(20).date()).isEqualTo(LocalDate.of(2026, 11, 28));
        assertThat(days(calendar))
                .filteredOn(Day::today)
                .singleElement()
                .extracting(Day::date)
                .isEqualTo(TODAY);
        assertThat(calendar.marks()).isEmpty();
    }

    @Test
    void a_sunday_begins_the_last_week() {
        LocalDate sunday = LocalDate.of(2026, 11, 22);

        assertThat(AnswerCalendar.firstDay(sunday)).isEqualTo(LocalDate.of(2026, 11, 8));
        assertThat(AnswerCalendar.lastDay(sunday)).isEqualTo(LocalDate.of(2026, 11, 28));
    }

    @ParameterizedTest
    @CsvSource({
        "CONFIRMED,ANSWERED",
        "CONFIRMED_LATE,LATE",
        "SENT,WAITING",
        "REMINDED,WAITING",
        "ALERTED,WAITING",
        "NEED_HELP,HELP",
        "CLOSED_BY_WATCHER,SEEN_BY_OTHERS",
        "CLOSED_BY_STAFF,SEEN_BY_OTHERS",
        "SKIPPED,AWAY",
        "PENDING,NONE",
        "CANCELLED,NONE"
    })
    void a_question_marks_the_day_it_was_due(CheckInState state, Mark expected) {
        assertThat(on(LocalDate.of(2026, 11, 24), entry("2026-11-23T23:00:00Z", state)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(names = {"HELD", "SUPERSEDED", "UNREACHABLE"})
    void what_we_could_not_ask_is_not_shown_as_silence(CheckInState state) {
        assertThat(on(LocalDate.of(2026, 11, 24), entry("2026-11-23T23:00:00Z", state)))
                .isEqualTo(Mark.NOT_ASKED);
    }

    @Test
    void days_are_those_of_the_organization() {
        Instant justBeforeMidnight = Instant.parse("2026-11-24T14:59:59Z");
        AnswerCalendar calendar = AnswerCalendar.of(TODAY, TOKYO, List.of(), List.of(justBeforeMidnight), List.of());

        assertThat(mark(calendar, LocalDate.of(2026, 11, 24))).isEqualTo(Mark.ANSWERED);
        assertThat(mark(calendar, TODAY)).isEqualTo(Mark.NONE);
    }

    @Test
    void a_pause_covers_its_first_and_last_day_and_an_ok_shows_through() {
        Away pause = new Away(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 10));
        AnswerCalendar calendar = AnswerCalendar.of(
                TODAY, TOKYO, List.of(), List.of(Instant.parse("2026-11-09T00:00:00Z")), List.of(pause));

        assertThat(mark(calendar, LocalDate.of(2026, 11, 8))).isEqualTo(Mark.AWAY);
        assertThat(mark(calendar, LocalDate.of(2026, 11, 9))).isEqualTo(Mark.ANSWERED);
        assertThat(mark(calendar, LocalDate.of(2026, 11, 10))).isEqualTo(Mark.AWAY);
        assertThat(mark(calendar, LocalDate.of(2026, 11, 11))).isEqualTo(Mark.NONE);
        assertThat(calendar.marks()).containsExactly(Mark.ANSWERED, Mark.AWAY);
    }

    @Test
    void a_late_answer_stays_late_although_its_ok_came_that_day() {
        AnswerCalendar calendar = AnswerCalendar.of(
                TODAY,
                TOKYO,
                List.of(entry("2026-11-23T23:00:00Z", CheckInState.CONFIRMED_LATE)),
                List.of(Instant.parse("2026-11-24T02:00:00Z")),
                List.of());

        assertThat(mark(calendar, LocalDate.of(2026, 11, 24))).isEqualTo(Mark.LATE);
    }

    private static Mark on(LocalDate day, Entry entry) {
        return mark(AnswerCalendar.of(TODAY, TOKYO, List.of(entry), List.of(), List.of()), day);
    }

    private static Mark mark(AnswerCalendar calendar, LocalDate date) {
        return days(calendar).stream()
                .filter(day -> day.date().equals(date))
                .findFirst()
                .orElseThrow()
                .mark();
    }

    private static List<Day> days(AnswerCalendar calendar) {
        return calendar.weeks().stream().flatMap(List::stream).toList();
    }

    private static Entry entry(String due, CheckInState state) {
        return new Entry(Instant.parse(due), Optional.empty(), Optional.empty(), state, false);
    }
}
