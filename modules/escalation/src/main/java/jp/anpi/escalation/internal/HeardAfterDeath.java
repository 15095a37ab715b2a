package jp.anpi.escalation.internal;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import jp.anpi.escalation.IncidentCause;
import jp.anpi.foundation.AuditLog;
import jp.anpi.membership.DeathTakenBack;
import jp.anpi.membership.Deaths;
import jp.anpi.scheduling.AnsweredUnasked;
import jp.anpi.scheduling.Subject;

/**
 * Somebody whose death was noted has pressed OK. Staff are told, once, and nobody else: whether it was them, or a relative
 * who has the phone now, is for staff to find out.
 */
@ApplicationScoped
public class HeardAfterDeath {

    private static final String TAKEN_BACK = "DEATH_TAKEN_BACK";

    private static final int AFTER_THE_SCHEDULE = ObserverMethod.DEFAULT_PRIORITY + 100;

    @Inject
    private Deaths deaths;

    @Inject
    private IncidentTable incidents;

    @Inject
    private AuditLog audit;

    void tell(@Observes AnsweredUnasked event) {
        if (deaths.isNoted(event.organizationId(), event.subject().id())
                && open(event.organizationId(), event.subject()).isEmpty()) {
            long incident = incidents.open(
                    event.organizationId(),
                    event.subject(),
                    Optional.empty(),
                    IncidentCause.HEARD_AFTER_DEATH,
                    "HIGH",
                    Optional.of(event.at()),
                    null,
                    event.at());
            incidents.tellStaff(List.of(incident), IncidentCause.HEARD_AFTER_DEATH.name(), false, event.at());
        }
    }

    /** After the schedule, whose lock whoever answers holds first. */
    void end(@Observes @Priority(AFTER_THE_SCHEDULE) DeathTakenBack event) {
        open(event.member().organizationId(), Subject.participant(event.member().id()))
                .forEach(incident -> close(incident, event));
    }

    private void close(IncidentRow incident, DeathTakenBack event) {
        incidents.close(incident, TAKEN_BACK, "STAFF", null, event.at());
        audit.append(event.by()
                .did(
                        "CLOSED_BY_TAKING_BACK",
                        Optional.of(event.member().number()),
                        Optional.of("incident " + incident.id()),
                        event.at()));
    }

    private List<IncidentRow> open(int organizationId, Subject subject) {
        return incidents.lockOfSubject(organizationId, subject, IncidentCause.HEARD_AFTER_DEATH);
    }
}
