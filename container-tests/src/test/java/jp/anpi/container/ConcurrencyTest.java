package jp.anpi.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jp.anpi.escalation.ContactAddresses;
import jp.anpi.escalation.internal.UrgentDispatch;
import jp.anpi.foundation.PersonalFields;
import jp.anpi.foundation.SealedColumn;
import jp.anpi.foundation.WorkLoop;
import jp.anpi.membership.InvitationKind;
import jp.anpi.membership.Invitations.Issued;
import jp.anpi.membership.Invitations.Standing;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import jp.anpi.membership.WatchLinks;
import jp.anpi.messaging.ContactWay;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.Answers.Met;
import jp.anpi.scheduling.Answers.Source;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.Subject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Several at the same moment, in threads and transactions of the container. */
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

    @Inject
    private ContactAddresses addresses;

    @Inject
    private UrgentDispatch dispatch;

    @Inject
    private PersonalFields fields;

    @Inject
    private Jdbi jdbi;

    @Inject
    private UserTransaction transaction;

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
    @DisplayName("E-13: who joins waits for nobody who joins elsewhere at the same moment (ADR 0027)")
    void two_enrolments_in_open_transactions_do_not_wait_for_each_other() throws Exception {
        Member first = town.participant();
        Member second = town.participant();
        Issued ofFirst = town.invite(first, Role.WATCHER, InvitationKind.SINGLE_USE);
        Issued ofSecond = town.invite(second, Role.WATCHER, InvitationKind.SINGLE_USE);
        Member daughter = town.watcher();
        transaction.begin();
        town.accept(daughter, ofFirst, Role.WATCHER);

        Future<Standing> other = town.behind(() -> town.accept(town.watcher(), ofSecond, Role.WATCHER));

        assertThat(other).as("while the first is open").isDone();
        assertThat(other.get()).isEqualTo(Standing.VALID);
        transaction.commit();
        assertThat(town.count("nobody_to_tell where member_id in (?, ?)", first.id(), second.id()))
                .isZero();
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

    @Test
    @DisplayName("E-9: removing an address and sending it something at once, neither waits for the other in a circle")
    void what_is_sent_to_an_address_does_not_wait_for_who_removes_it() throws Exception {
        Instant later = town.now().plus(Duration.ofDays(3650));
        UUID link = linkFor(town.watcher(), later);
        transaction.begin();
        try {
            jdbi.useHandle(handle -> handle.execute(
                    "select from contact_address where id = (select address_id"
                            + " from urgent_delivery where id = ?) for update",
                    link));

            assertThat(dispatch.announce(link, later).any())
                    .as("as long as it may be gone")
                    .isFalse();
        } finally {
            transaction.rollback();
        }
        assertThat(dispatch.announce(link, later).any()).as("it stayed").isTrue();
    }

    /** Both want the incident of which both were told, and the order in which it is noted who has nobody to tell. */
    @Test
    @DisplayName("E-13: removing an address and leaving at once, neither waits for the other in a circle")
    void who_leaves_does_not_wait_for_who_removes_an_address() throws Exception {
        Member daughter = town.watcher();
        Member son = town.watcher();
        Member mother = town.watched(daughter);
        town.accept(son, town.invite(mother, Role.WATCHER, InvitationKind.SINGLE_USE), Role.WATCHER);
        Subject subject = Subject.participant(mother.id());
        schedules.set(town.id(), subject, CheckInInterval.EVERY_7_DAYS, List.of(9), town.now());
        answers.needHelp(town.id(), subject, Source.BUTTON, town.now(), town.now());
        alertByMail(son, mother);
        transaction.begin();
        jdbi.useHandle(handle -> handle.execute("select from incident where subject_id = ? for update", mother.id()));

        Future<Void> removal = town.behind(() -> removed(son));
        assertThat(removal).as("waits for the incident").isNotDone();
        town.leave(daughter);
        transaction.commit();
        removal.get();

        assertThat(town.count("member where id = ?", daughter.id())).isZero();
        assertThat(town.count("contact_address where member_id = ?", son.id())).isZero();
    }

    @Test
    @DisplayName("E-13: an alert that is decided for an address while that is removed comes to staff")
    void who_removes_the_last_address_waits_for_the_alert_that_is_written_to_it() throws Exception {
        Member son = town.watcher();
        Subject mother = Subject.participant(town.watched(son).id());
        schedules.set(town.id(), mother, CheckInInterval.EVERY_7_DAYS, List.of(9), town.now());
        town.beyondLine(son);
        transaction.begin();
        answers.needHelp(town.id(), mother, Source.BUTTON, town.now(), town.now());

        Future<Void> removal = town.behind(() -> removed(son));
        assertThat(removal).as("waits for the alert").isNotDone();
        transaction.commit();
        removal.get();

        assertThat(town.count("incident where subject_id = ? and staff_reason = 'NOBODY_TO_TELL'", mother.id()))
                .isOne();
    }

    private Void removed(Member watcher) {
        addresses.remove(town.id(), watcher.id(), ContactWay.MAIL, town.now());
        return null;
    }

    /** LINE has refused the alert about her, which waits to go to an address that he confirmed. */
    private void alertByMail(Member watcher, Member participant) {
        UUID alert = linkFor(watcher, town.now().plus(Duration.ofDays(3650)));
        jdbi.useHandle(handle -> {
            handle.execute(
                    "update alert_notice n set refused_at = i.opened_at from incident i"
                            + " where i.id = n.incident_id and i.subject_id = ?",
                    participant.id());
            handle.execute("update contact_address set confirmed_at = created_at where member_id = ?", watcher.id());
            handle.execute(
                    "update urgent_delivery set kind = 'HELP_ALERT', step = 0, incident_ids = array(select id"
                            + " from incident where subject_id = ?) where id = ?",
                    participant.id(),
                    alert);
        });
    }

    /** An address that waits to be confirmed, and the sending of its link, which is not due before then. */
    private UUID linkFor(Member watcher, Instant due) {
        UUID link = UUID.randomUUID();
        byte[] sealed =
                fields.seal(new SealedColumn("contact_address", "id", "sealed").in(town.id()), "daughter@example.jp");
        jdbi.useHandle(handle -> handle.execute(
                "with address as (insert into contact_address (organization_id, member_id, way, sealed, created_at)"
                        + " values (?, ?, 'MAIL', ?, ?) returning id) insert into urgent_delivery (id, organization_id,"
                        + " address_id, recipient_id, kind, content, incident_ids, next_attempt_at, created_at)"
                        + " select ?, ?, id, ?, 'CONFIRM', '{}', '{}', ?, ? from address",
                town.id(),
                watcher.id(),
                sealed,
                town.now(),
                link,
                town.id(),
                watcher.id(),
                due,
                town.now()));
        return link;
    }
}
