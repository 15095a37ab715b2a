package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.scheduling.Actor;
import jp.anpi.scheduling.CheckInState;
import jp.anpi.scheduling.OpenCheckIn;
import jp.anpi.scheduling.PoliciesInForce;
import jp.anpi.scheduling.Transition;
import org.jdbi.v3.core.Jdbi;

/** A check-in that begins with the participant's own call for help (E-11). */
@ApplicationScoped
public class HelpCheckIn {

    @Inject
    private Jdbi jdbi;

    @Inject
    private CheckInTable checkIns;

    @Inject
    private Moves moves;

    @Inject
    private ScheduleTable schedules;

    @Inject
    private PoliciesInForce policies;

    OpenCheckIn open(ScheduleRow schedule, Instant now) {
        long id = checkIns.nextIds(1)[0];
        long policy = policies.of(schedule.organizationId(), schedule.subject()).id();
        jdbi.useHandle(handle -> {
            handle.createUpdate("insert into check_in (id, opened_at, organization_id, schedule_id, subject_kind,"
                            + " subject_id, state, policy_id, due_at) values (:id, :now, :organization, :schedule,"
                            + " :kind, :subject, :state, :policy, :now)")
                    .bind("id", id)
                    .bind("now", now)
                    .bind("organization", schedule.organizationId())
                    .bind("schedule", schedule.id())
                    .bind("kind", schedule.subject().kind().name())
                    .bind("subject", schedule.subject().id())
                    .bind("state", CheckInState.NEED_HELP.name())
                    .bind("policy", policy)
                    .execute();
            handle.createUpdate("insert into check_in_log (organization_id, check_in_id, at, to_state, reason, actor)"
                            + " values (:organization, :id, :now, :state, :reason, :actor)")
                    .bind("organization", schedule.organizationId())
                    .bind("id", id)
                    .bind("now", now)
                    .bind("state", CheckInState.NEED_HELP.name())
                    .bind("reason", Transition.HELP_ASKED.name())
                    .bind("actor", Actor.PARTICIPANT.name())
                    .execute();
        });
        moves.count(Transition.HELP_ASKED.name(), 1);
        schedules.markOpen(schedule.id(), id, now);
        return new OpenCheckIn(
                id, now, schedule.organizationId(), schedule.subject(), policy, Optional.empty(), schedule.lastOkAt());
    }
}
