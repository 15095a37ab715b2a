package jp.anpi.container;

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
import jp.anpi.foundation.AuditLog;
import jp.anpi.membership.Deaths;
import jp.anpi.membership.Member;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffPeople;
import jp.anpi.membership.StaffRole;
import jp.anpi.messaging.DeliveryOwner;
import jp.anpi.messaging.Outbox;
import jp.anpi.messaging.OutboxMessage;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What ends with somebody's death. */
class DeathTest extends InContainer {

    @Inject
    private Colleagues colleagues;

    @Inject
    private IncidentWork work;

    @Inject
    private StaffPeople people;

    @Inject
    private AuditLog audit;

    @Inject
    private Deaths deaths;

    @Inject
    private Outbox outbox;

    @Inject
    @Any
    private Instance<DeliveryOwner> owners;

    @Inject
    private Jdbi jdbi;

    @Test
    void every_incident_that_a_death_closes_has_its_own_line_in_the_audit_log() {
        Member member = town.watched(town.watcher());
        List<Long> incidents = List.of(incident(member, "NEED_HELP"), incident(member, "SILENCE"));
        StaffCaller officer = colleagues.caller(StaffRole.OFFICER);

        work.close(officer, incidents.get(0), 0, IncidentOutcome.DECEASED_FOUND, "訪問した。", town.now());

        assertThat(town.count("incident where closed_at is null and subject_id = ?", member.id()))
                .isZero();
        assertThat(lines(member))
                .containsExactlyInAnyOrder(
                        "CLOSED_INCIDENT incident " + incidents.get(0), "CLOSED_ALONG incident " + incidents.get(1));
    }

    @Test
    void an_incident_that_ends_with_the_note_of_a_death_being_taken_back_has_its_own_line_too() {
        Member member = town.watched(town.watcher());
        StaffCaller officer = colleagues.caller(StaffRole.OFFICER);
        work.close(officer, incident(member, "SILENCE"), 0, IncidentOutcome.DECEASED_FOUND, "訪問した。", town.now());
        long heard = incident(member, "HEARD_AFTER_DEATH");

        assertThat(people.takeBackDeath(officer, member.id(), town.now())).isEqualTo(StaffPeople.Outcome.DONE);

        assertThat(town.count("incident where closed_at is null and subject_id = ?", member.id()))
                .isZero();
        assertThat(lines(member)).contains("DEATH_TAKEN_BACK ", "CLOSED_BY_TAKING_BACK incident " + heard);
    }

    @Test
    void that_somebody_is_asked_again_is_told_to_nobody_once_the_death_was_noted_again() {
        Member member = town.watched(town.watcher());
        assertThat(deaths.note(town.id(), member.id(), town.now())).isTrue();
        assertThat(people.takeBackDeath(colleagues.caller(StaffRole.OFFICER), member.id(), town.now()))
                .isEqualTo(StaffPeople.Outcome.DONE);
        OutboxMessage news = resumed(member);
        assertThat(owner().stillWanted(List.of(news))).containsOnlyKeys(news.id());

        assertThat(deaths.note(town.id(), member.id(), town.now())).isTrue();

        assertThat(owner().stillWanted(List.of(news))).isEmpty();
    }

    private OutboxMessage resumed(Member member) {
        UUID id = jdbi.withHandle(handle -> handle.select(
                        "select id from outbox_message where kind = ? and content ->> 'number' = ?",
                        MessageKinds.ASKING_RESUMED,
                        member.number())
                .mapTo(UUID.class)
                .one());
        return outbox.find(Set.of(id)).get(id);
    }

    private DeliveryOwner owner() {
        return owners.stream()
                .filter(owner -> owner.kinds().contains(MessageKinds.ASKING_RESUMED))
                .findFirst()
                .orElseThrow();
    }

    private long incident(Member member, String cause) {
        return jdbi.withHandle(handle -> handle.createQuery("insert into incident (organization_id, subject_kind,"
                        + " subject_id, cause, urgency, status, opened_at) values (:organization, 'PARTICIPANT', :member,"
                        + " :cause, 'HIGH', 'OPEN', :now) returning id")
                .bind("organization", town.id())
                .bind("member", member.id())
                .bind("cause", cause)
                .bind("now", town.now())
                .mapTo(Long.class)
                .one());
    }

    private List<String> lines(Member member) {
        return audit.page(town.id(), OptionalLong.empty(), 20).stream()
                .filter(line -> line.entry().about().equals(Optional.of(member.number())))
                .map(line -> line.entry().action() + " " + line.entry().note().orElse(""))
                .toList();
    }
}
