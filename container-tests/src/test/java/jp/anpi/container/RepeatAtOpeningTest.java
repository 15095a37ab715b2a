package jp.anpi.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import jp.anpi.foundation.WorkLoop;
import jp.anpi.messaging.Priority;
import jp.anpi.messaging.internal.OutboxDispatch;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.Subject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What waited for the delivery window and what falls due with its opening are worked side by side, and are one message. */
class RepeatAtOpeningTest extends InContainer {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final int OPENS = 6;

    @Inject
    private CheckInSchedules schedules;

    @Inject
    private OutboxDispatch dispatch;

    @Inject
    private WorkLoop workLoop;

    @Inject
    private Jdbi jdbi;

    private Subject subject;
    private Instant opening;

    @BeforeEach
    void a_question_that_we_could_not_ask_waits_for_the_morning() {
        town.othersRest();
        subject = Subject.participant(town.participant().id());
        Instant due = schedules
                .set(town.id(), subject, CheckInInterval.EVERY_DAY, List.of(town.nextHour()), town.now())
                .nextDueAt()
                .orElseThrow();
        workLoop.advance(Duration.between(town.now(), due));
        ZonedDateTime morning =
                due.atZone(TOKYO).toLocalDate().plusDays(2).atTime(OPENS, 0).atZone(TOKYO);
        opening = morning.toInstant();
        jdbi.useHandle(handle -> handle.execute(
                "update outbox_message set next_attempt_at = ?, first_attempt_at = ?"
                        + " where state = 'READY' and ? = any(recipient_ids)",
                opening,
                opening.minus(Duration.ofHours(1)),
                subject.id()));
    }

    @Test
    @DisplayName("E-8, E-3: a late question does not go out beside the one that is due at the same moment")
    void what_is_due_at_the_opening_is_the_one_message() {
        nextDue(opening);
        assertThat(going(opening)).as("the schedule has its turn first").isZero();
        nextDue(opening.plus(Duration.ofDays(1)));
        assertThat(going(opening.plusSeconds(30))).as("nobody is forgotten").isOne();
    }

    @Test
    @DisplayName("E-20: a schedule that is not worked holds the late question for a while only")
    void a_schedule_that_hangs_holds_nothing_back_for_long() {
        nextDue(opening);
        assertThat(going(opening.plus(Duration.ofMinutes(11)))).isOne();
    }

    private int going(Instant at) {
        return dispatch.announce(at, Priority.ANNOUNCEMENT, 8).going().size();
    }

    private void nextDue(Instant at) {
        jdbi.useHandle(handle ->
                handle.execute("update check_in_schedule set next_due_at = ? where subject_id = ?", at, subject.id()));
    }
}
