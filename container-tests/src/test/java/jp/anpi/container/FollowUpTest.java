package jp.anpi.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.anpi.escalation.IncidentWork;
import jp.anpi.escalation.WatcherActions;
import jp.anpi.escalation.WatcherView;
import jp.anpi.escalation.internal.FollowUpSlice;
import jp.anpi.membership.InvitationKind;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRole;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.Answers.Source;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.Subject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** E-12: an alert that LINE had not taken at first, and when the office is told that nobody does anything about it. */
class FollowUpTest extends InContainer {

    private static final Duration TAKE_OVER = Duration.ofMinutes(60);

    @Inject
    private Colleagues colleagues;

    @Inject
    private WatcherActions watchers;

    @Inject
    private IncidentWork staff;

    @Inject
    private FollowUpSlice followUps;

    @Inject
    private CheckInSchedules schedules;

    @Inject
    private Answers answers;

    @Inject
    private Jdbi jdbi;

    private Member daughter;
    private Member son;
    private Member mother;

    @BeforeEach
    void a_mother_whose_children_line_seems_not_to_reach() {
        daughter = town.watcher();
        son = town.watcher();
        mother = town.watched(daughter);
        town.accept(son, town.invite(mother, Role.WATCHER, InvitationKind.SINGLE_USE), Role.WATCHER);
        Subject subject = Subject.participant(mother.id());
        schedules.set(town.id(), subject, CheckInInterval.EVERY_7_DAYS, List.of(9), town.now());
        answers.needHelp(town.id(), subject, Source.BUTTON, town.now(), town.now());
        jdbi.useHandle(handle -> {
            handle.execute("update incident set staff_reason = 'ALERT_WAITS' where subject_id = ?", mother.id());
            handle.execute("update alert_notice set state = 'UNKNOWN' where incident_id = ?", incident());
        });
    }

    @Test
    void an_officer_who_has_taken_it_stops_the_news_that_nobody_does() {
        StaffCaller officer = colleagues.caller(StaffRole.OFFICER);
        int version = staff.look(officer, incident(), town.now()).orElseThrow().version();
        assertThat(staff.take(officer, incident(), version, town.now())).isEqualTo(IncidentWork.Deed.DONE);
        take(daughter);

        followUps.run(town.now().plus(TAKE_OVER));

        assertThat(officeReads()).as("she may take her time").containsExactly("ALERT_WAITS");
        assertThat(due()).as("nor is it looked at again").isZero();
        town.leave(daughter);
        assertThat(officeReads()).as("the officer still has it").containsExactly("ALERT_WAITS");
    }

    @Test
    void who_took_it_while_line_still_seemed_silent_is_followed_up_as_usual() {
        take(daughter);

        followUps.run(town.now().plus(TAKE_OVER).minusSeconds(1));
        assertThat(officeReads()).containsExactly("ALERT_WAITS");

        followUps.run(town.now().plus(TAKE_OVER));
        assertThat(officeReads()).containsExactly("NOT_TAKEN");
        assertThat(due()).isZero();
    }

    private void take(Member watcher) {
        UUID message = jdbi.withHandle(
                handle -> handle.select("select message_id from alert_notice where recipient_id = ?", watcher.id())
                        .mapTo(UUID.class)
                        .one());
        Optional<WatcherView> taken = watchers.take(town.id(), watcher.id(), message, town.now());
        assertThat(taken)
                .hasValueSatisfying(view -> assertThat(view.takenByMe()).isTrue());
    }

    private List<String> officeReads() {
        return jdbi.withHandle(handle -> handle.select("select staff_reason from incident where id = ?", incident())
                .mapTo(String.class)
                .list());
    }

    private long due() {
        return town.count("incident where id = ? and next_action_at is not null", incident());
    }

    private long incident() {
        return jdbi.withHandle(handle -> handle.select("select id from incident where subject_id = ?", mother.id())
                .mapTo(Long.class)
                .one());
    }
}
