package jp.anpi.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import jp.anpi.foundation.WorkLoop;
import jp.anpi.membership.InvitationKind;
import jp.anpi.membership.Invitations.Issued;
import jp.anpi.membership.Invitations.Standing;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import jp.anpi.membership.WatchLinks;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.Answers.Met;
import jp.anpi.scheduling.Answers.Source;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.Subject;
import org.junit.jupiter.api.Test;

/** Eight at the same moment, in threads and transactions of the container. */
class ConcurrencyTest extends InContainer {

    private static final int EIGHT = 8;

    @Inject
    private WatchLinks watchLinks;

    @Inject
    private CheckInSchedules schedules;

    @Inject
    private Answers answers;

    @Inject
    private WorkLoop workLoop;

    @Test
    void the_last_watcher_s_place_is_given_once() throws Exception {
        Member participant = town.participant();
        Issued invitation = town.invite(participant, Role.WATCHER, InvitationKind.TEAM_WIDE);
        assertThat(town.accept(town.watcher(), invitation, Role.WATCHER)).isEqualTo(Standing.VALID);
        List<Member> applicants = Stream.generate(town::watcher).limit(EIGHT).toList();

        List<Standing> standings =
                town.atOnce(EIGHT, index -> town.accept(applicants.get(index), invitation, Role.WATCHER));

        assertThat(standings).containsOnlyOnce(Standing.VALID).hasSize(EIGHT);
        assertThat(standings.stream().filter(Standing.TEAM_FULL::equals)).hasSize(EIGHT - 1);
        assertThat(watchLinks.watchersOf(town.id(), participant.id())).hasSize(2);
    }

    @Test
    void one_of_eight_answers_closes_the_check_in_and_all_are_signs_of_life() throws Exception {
        Subject subject = Subject.participant(town.participant().id());
        var due = schedules
                .set(town.id(), subject, CheckInInterval.EVERY_7_DAYS, List.of(town.nextHour()), town.now())
                .nextDueAt()
                .orElseThrow();
        workLoop.advance(Duration.between(town.now(), due));

        List<Met> met =
                town.atOnce(EIGHT, index -> answers.ok(town.id(), subject, Source.BUTTON, town.now(), town.now())
                        .met());

        assertThat(met).containsOnlyOnce(Met.QUESTION).containsOnly(Met.QUESTION, Met.NOTHING_OPEN);
        assertThat(town.count("check_in where subject_id = ?", subject.id())).isOne();
        assertThat(town.count(
                        "check_in_log l join check_in c on c.id = l.check_in_id"
                                + " where c.subject_id = ? and l.to_state = 'CONFIRMED'",
                        subject.id()))
                .isOne();
        assertThat(town.count(
                        "answer a join check_in_schedule s on s.id = a.schedule_id where s.subject_id = ?",
                        subject.id()))
                .isEqualTo(EIGHT);
    }

    @Test
    void one_account_that_registers_eight_times_at_once_is_one_member() throws Exception {
        String account = town.account();

        List<Member> registered = town.atOnce(EIGHT, index -> town.register(account, Role.PARTICIPANT));

        assertThat(registered)
                .extracting(Member::id)
                .containsOnly(registered.get(0).id());
    }
}
