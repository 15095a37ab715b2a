package jp.anpi.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import jp.anpi.escalation.IncidentOutcome;
import jp.anpi.escalation.IncidentWork;
import jp.anpi.foundation.AuditLog;
import jp.anpi.membership.Member;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffPeople;
import jp.anpi.membership.StaffRole;
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
