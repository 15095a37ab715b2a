package jp.anpi.scheduling.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Late questions wait for the morning (E-8). */
class DeliveryWindowTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final DeliveryWindow WINDOW = new DeliveryWindow(TOKYO, 6, 22);

    @Test
    void in_the_daytime_nothing_waits() {
        assertThat(WINDOW.opensAfter(at("2026-11-22T06:00"))).isEmpty();
        assertThat(WINDOW.opensAfter(at("2026-11-22T21:59"))).isEmpty();
    }

    @Test
    void at_night_it_waits_for_six_o_clock() {
        assertThat(WINDOW.opensAfter(at("2026-11-22T22:00"))).isEqualTo(Optional.of(at("2026-11-23T06:00")));
        assertThat(WINDOW.opensAfter(at("2026-11-22T03:00"))).isEqualTo(Optional.of(at("2026-11-22T06:00")));
    }

    @Test
    void a_question_within_ten_minutes_of_its_time_is_not_late() {
        Instant due = at("2026-11-22T03:00");
        assertThat(AskingContent.late(due, due.plusSeconds(600))).isFalse();
        assertThat(AskingContent.late(due, due.plusSeconds(601))).isTrue();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(TOKYO).toInstant();
    }
}
