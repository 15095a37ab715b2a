package jp.anpi.container;

import static jp.anpi.membership.StaffRole.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import jp.anpi.escalation.IncidentOutcome;
import jp.anpi.escalation.IncidentWork;
import jp.anpi.escalation.MessageKinds;
import jp.anpi.escalation.StaffDepartures;
import jp.anpi.escalation.StaffDepartures.Outcome;
import jp.anpi.foundation.AuditLog;
import jp.anpi.membership.Deaths;
import jp.anpi.membership.Farewells;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import jp.anpi.membership.StaffCaller;
import jp.anpi.messaging.DeliveryOwner;
import jp.anpi.messaging.Outbox;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.Answers.Source;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.Subject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Somebody asks the office to be taken out. */
class DepartureTest extends InContainer {

    private static final String REASON = "施設に入るため、本人が来庁";

    @Inject
    private Colleagues colleagues;

    @Inject
    private StaffDepartures departures;

    @Inject
    private IncidentWork work;

    @Inject
    private Deaths deaths;

    @Inject
    private Farewells farewells;

    @Inject
    private CheckInSchedules rhythms;

    @Inject
    private Answers answers;

    @Inject
    private AuditLog audit;

    @Inject
    private Outbox outbox;

    @Inject
    @Any
    private Instance<DeliveryOwner> owners;

    @Inject
    private Jdbi jdbi;

    @Test
    void everything_is_erased_at_once_those_who_watch_are_told_and_the_reason_stands_in_the_audit_log() {
        Member watcher = town.watcher();
        Member person = asked(town.watched(watcher));

        assertThat(takeOut(person, REASON)).isEqualTo(Outcome.DONE);

        assertThat(town.count("member where id = ?", person.id())).isZero();
        assertThat(town.count("check_in_schedule where subject_kind = 'PARTICIPANT' and subject_id = ?", person.id()))
                .isZero();
        assertThat(message(MessageKinds.PARTICIPANT_LEFT, watcher)).isPresent();
        assertThat(lines(person)).containsExactly("PERSON_TAKEN_OUT " + REASON);
        assertThat(takeOut(person, REASON)).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void of_the_person_only_the_account_is_kept_until_the_last_message_is_on_its_way() {
        Member person = asked(town.participant());
        takeOut(person, REASON);
        OutboxMessage farewell = message(MessageKinds.FAREWELL, person).orElseThrow();
        assertThat(farewell.content()).isEmpty();
        assertThat(farewells.lineUserIds(town.id(), List.of(person.id())))
                .containsEntry(person.id(), person.lineUserId());
        assertThat(owner().stillWanted(List.of(farewell))).containsEntry(farewell.id(), Set.of(person.id()));

        owner().accepted(List.of(farewell), town.now());

        assertThat(town.count("farewell where member_id = ?", person.id())).isZero();
        assertThat(owner().stillWanted(List.of(farewell)).get(farewell.id())).isEmpty();
    }

    @Test
    void whoever_has_registered_again_or_has_blocked_us_reads_nothing_about_it() {
        Member back = asked(town.participant());
        takeOut(back, REASON);
        town.register(back.lineUserId(), Role.PARTICIPANT);
        Member beyond = asked(town.participant());
        town.blocked(beyond);
        endAll(beyond);
        takeOut(beyond, REASON);

        for (Member each : List.of(back, beyond)) {
            OutboxMessage farewell = message(MessageKinds.FAREWELL, each).orElseThrow();
            assertThat(owner().stillWanted(List.of(farewell)).get(farewell.id()))
                    .isEmpty();
            owner().dropped(List.of(farewell), town.now());
            assertThat(town.count("farewell where member_id = ?", each.id())).isZero();
        }
    }

    @Test
    void e11_nobody_of_whom_something_is_open_is_taken_out_before_it_was_ended() {
        Member person = asked(town.watched(town.watcher()));
        answers.needHelp(town.id(), Subject.participant(person.id()), Source.BUTTON, town.now(), town.now());

        assertThat(takeOut(person, REASON)).isEqualTo(Outcome.INCIDENT_OPEN);
        assertThat(town.count("member where id = ?", person.id())).isOne();
        assertThat(lines(person)).isEmpty();

        endAll(person);
        assertThat(takeOut(person, REASON)).isEqualTo(Outcome.DONE);
    }

    @Test
    void nobody_is_taken_out_without_a_reason_or_after_their_death() {
        Member person = asked(town.participant());

        assertThat(takeOut(person, " \u3000")).isEqualTo(Outcome.REASON_MISSING);
        assertThat(takeOut(person, "x".repeat(StaffDepartures.LONGEST_REASON + 1)))
                .isEqualTo(Outcome.REASON_UNREADABLE);
        assertThat(takeOut(person, "一行目\n二行目")).isEqualTo(Outcome.REASON_UNREADABLE);
        assertThat(deaths.note(town.id(), person.id(), town.now())).isTrue();
        assertThat(takeOut(person, REASON)).isEqualTo(Outcome.DIED);
        assertThat(town.count("member where id = ?", person.id())).isOne();
    }

    @Test
    void of_two_officers_at_once_one_takes_the_person_out() throws Exception {
        Member person = asked(town.participant());
        StaffCaller officer = colleagues.caller(OFFICER);

        List<Outcome> outcomes = town.atOnce(2, index -> departures.takeOut(officer, person.id(), REASON, town.now()));

        assertThat(outcomes).containsExactlyInAnyOrder(Outcome.DONE, Outcome.UNKNOWN);
        assertThat(lines(person)).hasSize(1);
    }

    private Outcome takeOut(Member person, String reason) {
        return departures.takeOut(colleagues.caller(OFFICER), person.id(), reason, town.now());
    }

    private Member asked(Member person) {
        rhythms.set(town.id(), Subject.participant(person.id()), CheckInInterval.EVERY_DAY, List.of(9), town.now());
        return person;
    }

    /** As an officer does who has spoken with them. */
    private void endAll(Member person) {
        StaffCaller officer = colleagues.caller(OFFICER);
        departures.openIncident(officer, person.id()).ifPresent(incident -> {
            int version = work.look(officer, incident, town.now()).orElseThrow().version();
            assertThat(work.close(officer, incident, version, IncidentOutcome.SAFE_DEVICE, "電話で話した", town.now()))
                    .isEqualTo(IncidentWork.Deed.DONE);
        });
        assertThat(departures.openIncident(officer, person.id())).isEmpty();
    }

    private Optional<OutboxMessage> message(String kind, Member recipient) {
        return jdbi.withHandle(handle -> handle.select(
                                "select id from outbox_message where kind = ? and ? = any(recipient_ids)",
                                kind,
                                recipient.id())
                        .mapTo(UUID.class)
                        .findOne())
                .map(id -> outbox.find(Set.of(id)).get(id));
    }

    private DeliveryOwner owner() {
        return owners.stream()
                .filter(owner -> owner.kinds().contains(MessageKinds.FAREWELL))
                .findFirst()
                .orElseThrow();
    }

    /** Of this deed, in the audit log. */
    private List<String> lines(Member member) {
        return audit.page(town.id(), OptionalLong.empty(), 20).stream()
                .filter(line -> line.entry().about().equals(Optional.of(member.number())))
                .filter(line -> line.entry().action().equals("PERSON_TAKEN_OUT"))
                .map(line -> line.entry().action() + " " + line.entry().note().orElse(""))
                .toList();
    }
}
