package jp.anpi.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import jp.anpi.escalation.WhoIsTold;
import jp.anpi.escalation.WhoIsTold.Told;
import jp.anpi.membership.InvitationKind;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import jp.anpi.membership.WatchLink;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.Answers.Source;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.Subject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a phone is to say of who is told, for each way that watchers are reached by and for none (E-9, E-13). */
class WhoIsToldTest extends InContainer {

    private static final Told STAFF = new Told(0, true);

    @Inject
    private WhoIsTold whoIsTold;

    @Inject
    private CheckInSchedules schedules;

    @Inject
    private Answers answers;

    @Inject
    private Jdbi jdbi;

    private Member mother;

    @BeforeEach
    void a_mother() {
        mother = town.participant();
        schedules.set(town.id(), self(), CheckInInterval.EVERY_7_DAYS, List.of(town.nextHour()), town.now());
    }

    @Test
    void e13_a_watcher_by_line() {
        Member daughter = watcher();

        assertThat(ofSilence()).isEqualTo(new Told(1, false));
        assertThat(inReach()).containsExactly(daughter.id());
        assertThat(ofCall()).isEqualTo(new Told(1, true));
    }

    @Test
    void e13_a_watcher_by_mail_alone_is_a_watcher() {
        Member daughter = watcher();
        town.beyondLine(daughter);

        assertThat(ofSilence()).isEqualTo(new Told(1, false));
        assertThat(inReach()).containsExactly(daughter.id());
        assertThat(ofCall()).isEqualTo(new Told(1, true));
    }

    @Test
    void e13_one_by_line_and_one_by_mail_are_two() {
        watcher();
        town.beyondLine(watcher());

        assertThat(ofSilence()).isEqualTo(new Told(2, false));
        assertThat(ofCall()).isEqualTo(new Told(2, true));
    }

    @Test
    void e13_a_watcher_whom_nothing_reaches_is_none() {
        town.blocked(watcher());

        assertThat(ofSilence()).isEqualTo(STAFF);
        assertThat(inReach()).isEmpty();
        assertThat(ofCall()).isEqualTo(STAFF);
    }

    @Test
    void e13_without_a_watcher_staff() {
        assertThat(ofSilence()).isEqualTo(STAFF);
        assertThat(ofCall()).isEqualTo(STAFF);
    }

    /** Whoever comes after the call was not told of it. */
    @Test
    void e11_who_begins_to_watch_after_the_call_was_not_told_of_it() {
        assertThat(ofCall()).isEqualTo(STAFF);
        watcher();

        assertThat(whoIsTold.ofCallForHelp(town.id(), mother.id())).isEqualTo(STAFF);
        assertThat(ofSilence()).isEqualTo(new Told(1, false));
    }

    @Test
    void without_a_call_nobody() {
        watcher();

        assertThat(whoIsTold.ofCallForHelp(town.id(), mother.id())).isEqualTo(new Told(0, false));
    }

    /** An alert that LINE has not got yet is dropped; by then nobody knows of anything that could end. */
    @Test
    void e6_of_an_end_hears_who_was_told_and_nobody_else() {
        Member byLine = watcher();
        Member byMail = watcher();
        town.beyondLine(byMail);
        ofCall();
        end();
        nothingWasSentTo(byMail);
        assertThat(ofEnd()).as("waits for both").isEqualTo(new Told(0, true));

        jdbi.useHandle(handle ->
                handle.execute("update alert_notice set state = 'ACCEPTED' where recipient_id = ?", byLine.id()));
        assertThat(ofEnd()).isEqualTo(new Told(1, true));

        jdbi.useHandle(handle ->
                handle.execute("update urgent_delivery set maybe_seen = true where recipient_id = ?", byMail.id()));
        assertThat(ofEnd()).isEqualTo(new Told(2, true));

        town.blocked(byLine);
        assertThat(ofEnd()).as("LINE does not reach her any more").isEqualTo(new Told(1, true));
    }

    private void end() {
        jdbi.useHandle(handle -> handle.execute(
                "update incident set closed_at = ?, status = 'CLOSED', outcome = 'ANSWERED' where subject_id = ?",
                town.now(),
                mother.id()));
    }

    /** The product's own tick may have been quicker than the end. */
    private void nothingWasSentTo(Member byMail) {
        jdbi.useHandle(handle ->
                handle.execute("update urgent_delivery set maybe_seen = false where recipient_id = ?", byMail.id()));
    }

    private Told ofEnd() {
        return whoIsTold.ofEnd(town.id(), mother.id(), town.now());
    }

    private Told ofCall() {
        answers.needHelp(town.id(), self(), Source.BUTTON, town.now(), town.now());
        return whoIsTold.ofCallForHelp(town.id(), mother.id());
    }

    private Told ofSilence() {
        return whoIsTold.ofSilence(town.id(), mother.id());
    }

    private List<Long> inReach() {
        return whoIsTold.inReach(town.id(), Set.of(mother.id())).stream()
                .map(WatchLink::watcherId)
                .toList();
    }

    private Member watcher() {
        Member watcher = town.watcher();
        town.accept(watcher, town.invite(mother, Role.WATCHER, InvitationKind.SINGLE_USE), Role.WATCHER);
        return watcher;
    }

    private Subject self() {
        return Subject.participant(mother.id());
    }
}
