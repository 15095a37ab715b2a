package jp.anpi.resident.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import jp.anpi.resident.internal.Words;
import jp.anpi.resident.internal.page.Headline.Reader;
import jp.anpi.resident.internal.page.Headline.Tone;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInState;
import jp.anpi.scheduling.Rhythm;
import jp.anpi.scheduling.ScheduleView;
import jp.anpi.scheduling.Subject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HeadlineTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Instant NEXT = Instant.parse("2026-11-24T23:00:00Z");

    @Test
    void begins_with_the_good_news_of_today() {
        Headline headline = headline(Optional.empty(), Optional.empty(), "2026-11-21T23:04:59Z", Reader.PARTICIPANT);

        assertThat(headline.tone()).isEqualTo(Tone.GOOD);
        assertThat(headline.text()).isEqualTo(Words.of("ok.today", Words.time(NOW.minusSeconds(14101), TOKYO)));
        assertThat(headline.text()).contains("8").contains("04").contains("OK");
        assertThat(headline.next()).contains("25").contains("8");
    }

    @Test
    void says_the_day_of_an_older_ok() {
        assertThat(Headline.lastOk(Instant.parse("2026-11-20T23:00:00Z"), NOW, TOKYO))
                .isEqualTo(Words.of("ok.yesterday", Words.time(Instant.parse("2026-11-20T23:00:00Z"), TOKYO)));
        assertThat(Headline.lastOk(Instant.parse("2026-11-18T23:00:00Z"), NOW, TOKYO))
                .contains(Words.day(LocalDate.of(2026, 11, 19)));
    }

    @ParameterizedTest
    @CsvSource({
        "SENT,WAITING,WAITING",
        "REMINDED,WAITING,WAITING",
        "HELD,WAITING,WAITING",
        "ALERTED,WAITING,CARE",
        "NEED_HELP,CARE,CARE"
    })
    void an_open_question_comes_before_an_older_ok(CheckInState state, Tone participant, Tone watcher) {
        String lastOk = "2026-11-21T23:04:00Z";
        Headline own = headline(Optional.of(state), Optional.empty(), lastOk, Reader.PARTICIPANT);
        Headline watched = headline(Optional.of(state), Optional.empty(), lastOk, Reader.WATCHER);

        assertThat(own.tone()).isEqualTo(participant);
        assertThat(watched.tone()).isEqualTo(watcher);
        assertThat(List.of(own.text(), own.next(), watched.text(), watched.next()))
                .noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @EnumSource(Reader.class)
    void a_pause_says_when_it_ends(Reader reader) {
        LocalDate lastDay = LocalDate.of(2026, 12, 3);
        Headline headline = headline(Optional.empty(), Optional.of(lastDay), "2026-11-21T23:04:00Z", reader);

        assertThat(headline.tone()).isEqualTo(Tone.AWAY);
        assertThat(headline.text()).contains(Words.day(lastDay));
    }

    @ParameterizedTest
    @EnumSource(Reader.class)
    void before_the_first_question_it_says_when_that_comes(Reader reader) {
        Headline headline = headline(Optional.empty(), Optional.empty(), null, reader);

        assertThat(headline.text()).isNotBlank();
        assertThat(headline.next()).contains("25");
    }

    @Test
    @DisplayName("E-11: whose call for help reaches staff alone reads so, and where to telephone")
    void a_call_for_help_without_watchers_names_the_telephone() {
        Headline headline = Headline.ofCallToStaff("高齢福祉課（電話 03-1234-5678）");

        assertThat(headline.tone()).isEqualTo(Tone.CARE);
        assertThat(headline.text()).contains("職員に");
        assertThat(headline.next()).contains("03-1234-5678", "119番");
    }

    private static Headline headline(
            Optional<CheckInState> open, Optional<LocalDate> pausedUntil, String lastOk, Reader reader) {
        return Headline.of(schedule(open, pausedUntil, lastOk), reader, NOW, TOKYO);
    }

    private static ScheduleView schedule(Optional<CheckInState> open, Optional<LocalDate> pausedUntil, String lastOk) {
        return new ScheduleView(
                1,
                Subject.participant(1),
                new Rhythm(CheckInInterval.EVERY_3_DAYS, List.of(8), LocalDate.of(2026, 11, 22)),
                Optional.of(NEXT),
                pausedUntil,
                open,
                Optional.ofNullable(lastOk).map(Instant::parse));
    }
}
