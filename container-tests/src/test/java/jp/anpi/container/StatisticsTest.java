package jp.anpi.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import jp.anpi.scheduling.CheckInStatistics;
import jp.anpi.scheduling.CheckInStatistics.Figures;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Those who did not answer and those whom we could not ask are never added up (E-8). */
class StatisticsTest extends InContainer {

    @Inject
    private CheckInStatistics statistics;

    @Inject
    private SecondOrganization secondOrganization;

    @Inject
    private Jdbi jdbi;

    private int organization;
    private Instant day;

    @Test
    void each_question_is_counted_for_what_became_of_it() {
        organization = secondOrganization.found(town.id());
        day = town.now();
        checkIn(-1, "CONFIRMED", true, "SENT>CONFIRMED OK_IN_TIME");
        checkIn(-2, "CONFIRMED", true, "SENT>REMINDED ASKED_AGAIN", "REMINDED>CONFIRMED OK_IN_TIME");
        checkIn(-3, "CONFIRMED_LATE", true, "REMINDED>ALERTED STEP_REACHED", "ALERTED>CONFIRMED_LATE OK_AFTER_ALERT");
        checkIn(-4, "ALERTED", true, "REMINDED>ALERTED STEP_REACHED");
        checkIn(-5, "CLOSED_BY_WATCHER", true, "REMINDED>ALERTED PUT_OFF_LONG_ENOUGH");
        checkIn(-6, "SUPERSEDED", false, "PENDING>HELD COULD_NOT_ASK", "HELD>SUPERSEDED NEXT_CAME_DUE");
        checkIn(-7, "HELD", false, "PENDING>HELD COULD_NOT_ASK");
        checkIn(-8, "SKIPPED", true);
        checkIn(-9, "UNREACHABLE", true);
        checkIn(-10, "SENT", true, "REMINDED>REMINDED AFTER_OUTAGE");
        checkIn(-11, "CONFIRMED", true, "SENT>SENT AFTER_OUTAGE", "SENT>CONFIRMED OK_IN_TIME");

        assertThat(statistics.of(organization, day, day.plus(Duration.ofDays(1))))
                .isEqualTo(new Figures(9, 2, 1, 1, 2, 2, 1, 1, 2));
        assertThat(statistics.of(organization, day.minus(Duration.ofDays(1)), day))
                .as("before")
                .isEqualTo(new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    /** @param log each as {@code FROM>TO REASON} */
    private void checkIn(long id, String state, boolean sent, String... log) {
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            "insert into check_in (id, opened_at, organization_id, subject_kind, state, policy_id,"
                                    + " due_at, sent_at) values (:id, :at, :organization, 'PARTICIPANT', :state, 0, :at, :sent)")
                    .bind("id", id)
                    .bind("at", day)
                    .bind("organization", organization)
                    .bind("state", state)
                    .bind("sent", sent ? day : null)
                    .execute();
            for (String entry : log) {
                String[] words = entry.split("[> ]");
                handle.createUpdate("insert into check_in_log (organization_id, check_in_id, at, from_state, to_state,"
                                + " reason, actor) values (:organization, :id, :at, :from, :to, :reason, 'SYSTEM')")
                        .bind("organization", organization)
                        .bind("id", id)
                        .bind("at", day)
                        .bind("from", words[0])
                        .bind("to", words[1])
                        .bind("reason", words[2])
                        .execute();
            }
        });
    }
}
