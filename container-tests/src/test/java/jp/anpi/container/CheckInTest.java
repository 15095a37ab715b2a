package jp.anpi.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import jp.anpi.foundation.WorkLoop;
import jp.anpi.membership.Member;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.Answers.Met;
import jp.anpi.scheduling.Answers.Source;
import jp.anpi.scheduling.CheckInHistory;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.CheckInState;
import jp.anpi.scheduling.ScheduleView;
import jp.anpi.scheduling.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Questions on the manual clock, with LINE out of reach. */
class CheckInTest extends InContainer {

    @Inject
    private CheckInSchedules schedules;

    @Inject
    private CheckInHistory history;

    @Inject
    private Answers answers;

    @Inject
    private WorkLoop workLoop;

    @Inject
    private UserTransaction transaction;

    @BeforeEach
    void nobody_else_waits() {
        town.othersRest();
    }

    @Test
    void a_due_question_is_opened_and_an_ok_closes_it() {
        Subject subject = Subject.participant(town.participant().id());
        ask(subject);

        var result = answers.ok(town.id(), subject, Source.BUTTON, town.now(), town.now());

        assertThat(result.met()).isEqualTo(Met.QUESTION);
        ScheduleView after = view(subject);
        assertThat(after.openState()).isEmpty();
        assertThat(after.lastOkAt()).contains(town.now());
        assertThat(result.nextDueAt()).isEqualTo(after.nextDueAt());
        assertThat(town.count("check_in where subject_id = ? and state = 'CONFIRMED'", subject.id()))
                .isOne();
    }

    @Test
    @DisplayName("E-8: what we could not ask is nobody's silence")
    void silence_while_line_is_out_of_reach_is_held_and_alerts_nobody() {
        Member participant = town.watched(town.watcher());
        Subject subject = Subject.participant(participant.id());
        ask(subject);
        assertThat(view(subject).openState()).contains(CheckInState.HELD);

        workLoop.advance(Duration.ofHours(28));

        assertThat(view(subject).openState()).contains(CheckInState.HELD);
        assertThat(town.count("incident where subject_id = ?", participant.id()))
                .isZero();
        assertThat(town.count("check_in where subject_id = ? and sent_at is not null", participant.id()))
                .isZero();
        assertThat(town.count(
                        "outbox_message where state = 'READY' and kind = 'QUESTION' and ? = any(recipient_ids)",
                        participant.id()))
                .as("the question still waits")
                .isOne();
    }

    @Test
    @DisplayName("E-11: the news reaches escalation before the answer is committed")
    void a_call_for_help_opens_the_incident_in_the_answer_s_own_transaction() throws Exception {
        Member watcher = town.watcher();
        Subject subject = Subject.participant(town.watched(watcher).id());
        ask(subject);
        transaction.begin();
        answers.needHelp(town.id(), subject, Source.BUTTON, town.now(), town.now());
        assertThat(incidents(subject)).isOne();
        assertThat(noticesTo(watcher)).isOne();

        transaction.rollback();

        assertThat(incidents(subject)).isZero();
        assertThat(noticesTo(watcher)).isZero();
        assertThat(view(subject).openState()).contains(CheckInState.HELD);
        assertThat(answers.needHelp(town.id(), subject, Source.BUTTON, town.now(), town.now()))
                .isTrue();
        assertThat(incidents(subject)).isOne();
        assertThat(view(subject).openState()).contains(CheckInState.NEED_HELP);
    }

    @Test
    void every_sign_of_life_is_kept_also_where_nothing_was_asked() {
        Subject subject = Subject.participant(town.participant().id());
        schedules.set(town.id(), subject, CheckInInterval.EVERY_7_DAYS, List.of(9), town.now());

        var result = answers.ok(town.id(), subject, Source.PAGE, town.now(), town.now());

        assertThat(result.met()).isEqualTo(Met.NOTHING_OPEN);
        var today = LocalDate.ofInstant(town.now(), ZoneId.of("Asia/Tokyo"));
        assertThat(history.signsOfLife(town.id(), subject, today, today)).containsExactly(town.now());
    }

    /** Starts the questions and moves on to the first. */
    private void ask(Subject subject) {
        ScheduleView set =
                schedules.set(town.id(), subject, CheckInInterval.EVERY_7_DAYS, List.of(town.nextHour()), town.now());
        Instant due = set.nextDueAt().orElseThrow();
        workLoop.advance(Duration.between(town.now(), due));
        assertThat(view(subject).openState()).isPresent();
    }

    private ScheduleView view(Subject subject) {
        return schedules.of(town.id(), subject, town.now()).orElseThrow();
    }

    private long incidents(Subject subject) {
        return town.count("incident where subject_id = ? and closed_at is null", subject.id());
    }

    private long noticesTo(Member watcher) {
        return town.count("alert_notice where recipient_id = ?", watcher.id());
    }
}
