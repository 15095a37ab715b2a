package jp.anpi.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import jp.anpi.membership.Member;
import jp.anpi.membership.Members;
import jp.anpi.membership.Role;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRole;
import jp.anpi.messaging.Outbox;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.Priority;
import jp.anpi.scheduling.Actor;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInRules;
import jp.anpi.scheduling.CheckInRules.Outcome;
import jp.anpi.scheduling.CheckInRules.Rules;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.ScheduleView;
import jp.anpi.scheduling.Subject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What a change of an organization's rules does to those who are registered, and to what waits. */
class ChangedRulesTest extends InContainer {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Inject
    private SecondOrganization second;

    @Inject
    private Colleagues colleagues;

    @Inject
    private CheckInRules rules;

    @Inject
    private CheckInSchedules schedules;

    @Inject
    private Members members;

    @Inject
    private Outbox outbox;

    @Inject
    private Jdbi jdbi;

    @Inject
    private UserTransaction transaction;

    @Test
    void another_hour_moves_everybody_whatever_they_chose_and_nobody_of_another_organization() {
        int organization = organization();
        int hour = town.now().atZone(TOKYO).getHour();
        int later = hour < 20 ? hour + 2 : 4;
        int latest = later + 1;
        StaffCaller administrator = administrator(organization);
        save(administrator, later);
        Subject asked = participant(organization);
        Subject away = participant(organization);
        Subject blocked = participant(organization);
        LocalDate lastDay = today().plusDays(10);
        schedules.pause(organization, away, lastDay, Optional.empty(), Actor.STAFF, town.now());
        unreachable(blocked);
        Subject elsewhere = Subject.participant(town.participant().id());
        schedules.set(town.id(), elsewhere, CheckInInterval.EVERY_DAY, List.of(later), town.now());
        Instant before = due(organization, asked).orElseThrow();
        assertThat(forecast(administrator, latest))
                .as("who is asked at another hour")
                .isEqualTo(3);

        save(administrator, latest);

        assertThat(List.of(hours(organization, asked), hours(organization, away), hours(organization, blocked)))
                .containsOnly(List.of(latest));
        assertThat(due(organization, asked)).contains(at(before.atZone(TOKYO).toLocalDate(), latest));
        assertThat(due(organization, away)).contains(at(lastDay.plusDays(1), latest));
        assertThat(due(organization, blocked)).isEmpty();
        assertThat(hours(town.id(), elsewhere)).containsExactly(later);
        assertThat(forecast(administrator, latest)).isZero();
    }

    @Test
    void what_somebody_was_offered_before_the_change_counts_no_more_when_they_agree() {
        int organization = organization();
        save(administrator(organization), 5);
        Member late = members.register(organization, town.account(), Role.PARTICIPANT, 1, town.now());
        ScheduleView set = schedules.set(
                organization, Subject.participant(late.id()), CheckInInterval.EVERY_DAY, List.of(8), town.now());
        assertThat(set.rhythm().hours()).containsExactly(5);
        assertThat(set.nextDueAt())
                .contains(schedules.firstQuestion(organization, CheckInInterval.EVERY_DAY, List.of(8), town.now()));
    }

    @Test
    void who_enrols_while_the_hour_is_being_changed_is_asked_at_the_new_one() throws Exception {
        int organization = organization();
        StaffCaller administrator = administrator(organization);
        transaction.begin();
        Subject before = participant(organization);
        Future<Void> change = town.behind(() -> {
            save(administrator, 11);
            return null;
        });
        transaction.commit();
        change.get();
        assertThat(hours(organization, before)).as("moved along").containsExactly(11);
        LocalDate day = LocalDate.ofInstant(due(organization, before).orElseThrow(), TOKYO);

        transaction.begin();
        save(administrator, 13);
        Future<Subject> enrolment = town.behind(() -> participant(organization));
        transaction.commit();
        Subject behind = enrolment.get();
        assertThat(hours(organization, behind)).as("enrolled by the new offer").containsExactly(13);
        assertThat(due(organization, behind))
                .contains(schedules.firstQuestion(organization, CheckInInterval.EVERY_DAY, List.of(13), town.now()));
        assertThat(due(organization, before)).as("on the same day as before").contains(at(day, 13));
    }

    @Test
    void e8_a_late_question_that_waits_for_the_morning_is_looked_at_by_the_new_hours_at_once() {
        int organization = organization();
        StaffCaller administrator = administrator(organization);
        int hour = town.now().atZone(TOKYO).getHour();
        boolean afternoon = hour >= 12;
        save(administrator, 8, afternoon ? 0 : hour + 1, afternoon ? hour : 24);
        Instant opening = at(afternoon ? today().plusDays(1) : today(), afternoon ? 0 : hour + 1);
        Subject subject = participant(organization);
        UUID late = UUID.randomUUID();
        outbox.enqueue(List.of(new OutboxMessage(
                late,
                organization,
                Priority.CHECK_IN,
                "QUESTION",
                Map.of(),
                List.of(subject.id()),
                List.of(0L),
                town.now(),
                town.now(),
                opening,
                false)));

        save(administrator, 8, 0, 24);

        assertThat(outbox.find(List.of(late)).get(late).notBefore()).isEqualTo(town.now());
    }

    private int organization() {
        int organization = second.found(town.id());
        jdbi.useHandle(handle ->
                handle.execute("update check_in_offer set fixed_hour = 8 where organization_id = ?", organization));
        return organization;
    }

    private StaffCaller administrator(int organization) {
        StaffCaller ours = colleagues.caller(StaffRole.SYSTEM_ADMINISTRATOR);
        return new StaffCaller(ours.staffId(), organization, "s", "s", StaffRole.SYSTEM_ADMINISTRATOR, "::1");
    }

    private Subject participant(int organization) {
        Member member = members.register(organization, town.account(), Role.PARTICIPANT, 1, town.now());
        Subject subject = Subject.participant(member.id());
        schedules.set(organization, subject, CheckInInterval.EVERY_DAY, List.of(8), town.now());
        return subject;
    }

    private void unreachable(Subject subject) {
        jdbi.useHandle(handle ->
                handle.execute("update check_in_schedule set next_due_at = null where subject_id = ?", subject.id()));
    }

    private void save(StaffCaller caller, int hour) {
        save(caller, hour, 6, 22);
    }

    private void save(StaffCaller caller, int hour, int from, int until) {
        assertThat(rules.change(caller, rules(caller, hour, from, until), town.now()))
                .isEqualTo(Outcome.CHANGED);
    }

    private int forecast(StaffCaller caller, int hour) {
        return rules.forecast(caller, rules(caller, hour, 6, 22), town.now())
                .orElseThrow()
                .moved();
    }

    private Rules rules(StaffCaller caller, int hour, int from, int until) {
        Rules now = rules.rules(caller);
        return new Rules(
                now.intervals(),
                hour,
                now.quoteShown(),
                now.numbers(),
                now.windowHours(),
                now.takeOverMinutes(),
                from,
                until,
                now.version());
    }

    private List<Integer> hours(int organization, Subject subject) {
        return view(organization, subject).rhythm().hours();
    }

    private Optional<Instant> due(int organization, Subject subject) {
        return view(organization, subject).nextDueAt();
    }

    private ScheduleView view(int organization, Subject subject) {
        return schedules.of(organization, subject, town.now()).orElseThrow();
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(TOKYO).toInstant();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(town.now(), TOKYO);
    }
}
