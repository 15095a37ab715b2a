package jp.anpi.resident.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.anpi.resident.internal.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LastDayTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-03",
                "2026/12/3",
                " 2026.12.3 ",
                "2026\u5e7412\u67083\u65e5",
                "\uff12\uff10\uff12\uff16\u5e74\uff11\uff12\u6708\uff13\u65e5",
                "2026 12 3"
            })
    void a_day_is_read_however_it_is_written(String typed) {
        LastDay read = LastDay.read(typed, TODAY);

        assertThat(read.problem()).isEmpty();
        assertThat(read.day()).contains(LocalDate.of(2026, 12, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2027-11-22"})
    void today_and_a_year_from_now_are_possible(String typed) {
        assertThat(LastDay.read(typed, TODAY).problem()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void nothing_is_asked_for(String typed) {
        assertThat(LastDay.read(typed, TODAY).problem()).contains(Words.of("last-day.missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "12-03", "2026-02-31", "2026-13-01", "20261203", "99999-01-01", "2026-12-03-04"})
    void what_is_no_day_is_said_to_be_none(String typed) {
        assertThat(LastDay.read(typed, TODAY).problem()).contains(Words.of("last-day.unreadable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2027-11-23", "0001-01-01", "9999-12-31"})
    void a_day_out_of_reach_is_refused_with_the_reason(String typed) {
        LastDay read = LastDay.read(typed, TODAY);

        assertThat(read.day()).isEmpty();
        assertThat(read.problem()).isPresent();
    }
}
