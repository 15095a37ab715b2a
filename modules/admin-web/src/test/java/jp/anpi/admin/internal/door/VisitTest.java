package jp.anpi.admin.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import jp.anpi.membership.StaffSignIn.Session;
import org.junit.jupiter.api.Test;

/** Who walks away is signed out. */
class VisitTest {

    private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");

    @Test
    void a_visit_ends_half_an_hour_after_the_last_deed() {
        Visit visit = Visit.begin(new Session(1, 0), NOON);

        assertThat(visit.over(NOON.plus(Visit.IDLE))).isFalse();
        assertThat(visit.over(NOON.plus(Visit.IDLE).plusMillis(1))).isTrue();
    }

    @Test
    void a_visit_ends_after_twelve_hours_whatever_is_done() {
        Instant evening = NOON.plus(Visit.LONGEST);
        Visit visit = new Visit(new Session(1, 0), NOON, evening, false);

        assertThat(visit.over(evening)).isFalse();
        assertThat(visit.over(evening.plusMillis(1))).isTrue();
    }
}
