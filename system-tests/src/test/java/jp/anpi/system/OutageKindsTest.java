package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.anpi.launcher.LaunchFailure;
import jp.anpi.simulator.traffic.FaultKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Outages of several kinds, told apart and one inside the other (E-8). */
class OutageKindsTest {

    private static final Duration ANSWER_WINDOW = Duration.ofHours(3);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String NOT_STORED = "others_are_not_stored";
    private static final String OURS = "select min(id) from organization";

    /** All that is there of the people of the other organization; empty, it may stay. */
    private static final List<String> ELSEWHERE = List.of(
            "outbox_message",
            "alert_notice",
            "incident_entry",
            "incident",
            "answer",
            "check_in_log",
            "check_in",
            "check_in_schedule",
            "member");

    private final Town town = ProvingGround.town();
    private Person mother;
    private Person daughter;
    private Instant deadline;

    @BeforeEach
    void asked_at_eight() {
        town.advanceToNext(7, 0);
        mother = town.participant("14日毎", 8);
        daughter = mother.watcher();
        town.advanceToNext(8, 0);
        deadline = town.now().plus(Duration.ofHours(27));
    }

    /** However the test ended. */
    @AfterEach
    void nobody_else_is_left() {
        town.records().change("alter table webhook_event drop constraint if exists " + NOT_STORED);
        for (String table : ELSEWHERE) {
            town.records().change("delete from " + table + " where organization_id <> (" + OURS + ")");
        }
    }

    @Test
    void e8_deadline_that_passed_while_the_database_was_away_asks_again_first() {
        until(deadline.minus(Duration.ofMinutes(10)));
        Instant gone = town.now();
        town.withoutDatabase(() -> assertThatThrownBy(() -> town.advanceMinutes(40))
                .as("time passes, and nobody knows what was due")
                .isInstanceOf(LaunchFailure.class));
        Instant back = gone.plus(Duration.ofMinutes(40));
        awaitRecovery("DATABASE");
        assertThat(town.records()
                        .count(
                                "select count(*) from outage where kind = 'PROCESS' and ended_at > ?::timestamptz",
                                gone.toString()))
                .isZero();
        assertThat(town.records()
                        .count(
                                "select count(*) from outage where kind = 'DATABASE' and began_at = ?::timestamptz"
                                        + " and ended_at = ?::timestamptz and organization_id is null",
                                gone.toString(),
                                back.toString()))
                .isOne();
        assertThat(Person.times(mother.questions())).containsExactly(back);
        daughter.hearsFirstAt(back.plus(ANSWER_WINDOW));
    }

    @Test
    void e8_outage_of_the_process_inside_one_of_line_asks_once() {
        until(deadline.minus(Duration.ofHours(1)));
        town.line().faults().begin(FaultKind.SERVICE_UNAVAILABLE);
        town.advanceMinutes(30);
        Instant later = town.now().plus(Duration.ofMinutes(20));
        town.stop();
        town.startAt(later);
        town.advanceMinutes(40);
        assertThat(daughter.news()).isEmpty();
        assertThat(town.records()
                        .column("select kind from outage where ended_at is null"
                                + " and (organization_id is null or organization_id = (" + OURS + "))"))
                .containsExactly("LINE");
        town.line().faults().clear();
        town.advanceMinutes(15);
        List<Instant> again = Person.times(mother.questions());
        assertThat(again).hasSize(1);
        daughter.hearsFirstAt(again.get(0).plus(ANSWER_WINDOW));
    }

    @Test
    void e8_outage_of_one_organization_puts_off_nobody_elses_alert() {
        until(deadline.minus(Duration.ofMinutes(10)));
        Person neighbour = town.person().follow();
        int organization = secondOrganization(neighbour);
        town.records()
                .change("alter table webhook_event add constraint " + NOT_STORED + " check (organization_id <> "
                        + organization + ") not valid");
        byte[] tap = "{\"events\":[{\"type\":\"message\"}]}".getBytes(StandardCharsets.UTF_8);
        assertThat(new Post(town.address()).to("/line/webhook/second", tap, Post.signature(tap)))
                .isEqualTo(503);
        town.advanceMinutes(10);
        assertThat(Person.times(daughter.news())).containsExactly(deadline);
        assertThat(mother.questions()).isEmpty();
        assertThat(incidents(organization)).isZero();

        town.records().change("alter table webhook_event drop constraint " + NOT_STORED);
        town.advanceMinutes(10);
        List<Instant> again = Person.times(neighbour.questions());
        assertThat(again).hasSize(1);
        town.advance(
                Duration.between(town.now(), again.get(0).plus(ANSWER_WINDOW).minusSeconds(1)));
        assertThat(incidents(organization)).isZero();
        town.advance(Duration.ofSeconds(1));
        assertThat(incidents(organization)).isOne();
    }

    private long incidents(int organization) {
        return town.records().count("select count(*) from incident where organization_id = " + organization);
    }

    /** Another organization of whom one person's deadline is the same. */
    private int secondOrganization(Person person) {
        Records records = town.records();
        int id = AnotherOrganization.found(records, "second", "隣の市");
        for (String sql : List.of(
                "insert into member (organization_id, number, line_user_id, participant_since, registered_at)"
                        + " values (%1$d, '9001-1', '%2$s', '%3$s', '%3$s')",
                "insert into check_in_schedule (organization_id, subject_kind, subject_id, interval, hours, anchor_date)"
                        + " select %1$d, 'PARTICIPANT', id, 'EVERY_14_DAYS', array[8], '2026-01-01' from member"
                        + " where organization_id = %1$d",
                "insert into check_in (id, opened_at, organization_id, schedule_id, subject_kind, subject_id, state,"
                        + " policy_id, due_at, ask_accepted, sent_at, asked_at, next_step, next_step_at)"
                        + " select nextval('check_in_sequence'), '%3$s', %1$d, s.id, 'PARTICIPANT', s.subject_id,"
                        + " 'REMINDED', p.id, '%3$s', true, '%3$s', '%3$s', 1, '%4$s' from check_in_schedule s,"
                        + " escalation_policy p where s.organization_id = %1$d and p.organization_id = %1$d")) {
            records.change(sql.formatted(id, person.phone().userId(), deadline.minus(Duration.ofHours(27)), deadline));
        }
        return id;
    }

    private void until(Instant instant) {
        town.advance(Duration.between(town.now(), instant));
        mother.readAll();
        daughter.readAll();
    }

    /** The pool notices its dead connections one by one. */
    private void awaitRecovery(String kind) {
        long began = System.nanoTime();
        while (town.records()
                        .count("select count(*) from outage where kind = '" + kind + "' and recovered_at is not null")
                == 0) {
            assertThat(System.nanoTime() - began).isLessThan(PATIENCE.toNanos());
            try {
                town.settle();
            } catch (LaunchFailure notYet) {
                Thread.onSpinWait();
            }
        }
    }
}
