package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.anpi.scheduling.CheckInState;
import jp.anpi.scheduling.EscalationPolicy;
import jp.anpi.scheduling.EscalationStep;
import jp.anpi.scheduling.OpenCheckIn;
import jp.anpi.scheduling.StepsReached;
import jp.anpi.scheduling.Transition;
import org.jdbi.v3.core.Jdbi;

/** Moves check-ins whose answer did not come, many at once, and announces that somebody must be told. */
@ApplicationScoped
public class AlertSteps {

    private static final Logger LOG = System.getLogger(AlertSteps.class.getName());

    /**
     * A check-in at a step that tells somebody.
     *
     * @param unsure whether it is told although we may not have heard an answer
     */
    record Reached(CheckInRow checkIn, EscalationPolicy policy, Instant lastOkAt, boolean unsure) {

        private Transition transition() {
            return unsure ? Transition.PUT_OFF_LONG_ENOUGH : Transition.STEP_REACHED;
        }
    }

    private record Group(int organizationId, EscalationPolicy policy, int step) {}

    @Inject
    private Jdbi jdbi;

    @Inject
    private Event<StepsReached> stepsReached;

    @Inject
    private Moves moves;

    void reach(List<Reached> reached, Instant now) {
        if (reached.isEmpty()) {
            return;
        }
        move(reached);
        log(reached, now);
        warn(reached);
        Map<Group, List<OpenCheckIn>> groups = new LinkedHashMap<>();
        for (Reached one : reached) {
            CheckInRow checkIn = one.checkIn();
            if (checkIn.nextStep() < one.policy().steps().size()) {
                Group group = new Group(checkIn.organizationId(), one.policy(), checkIn.nextStep());
                groups.computeIfAbsent(group, key -> new ArrayList<>())
                        .add(checkIn.event(Optional.ofNullable(one.lastOkAt())));
            }
        }
        groups.forEach((group, checkIns) -> stepsReached.fire(new StepsReached(
                group.organizationId(),
                group.policy(),
                group.step(),
                group.policy().steps().get(group.step()).action(),
                checkIns,
                now)));
    }

    private void move(List<Reached> reached) {
        List<CheckInRow> checkIns = reached.stream().map(Reached::checkIn).toList();
        jdbi.useHandle(handle -> handle.createUpdate("update check_in c set next_step = c.next_step + 1,"
                        + " next_step_at = r.next_at,"
                        + " state = case when c.state = any(:sources) then :target else c.state end"
                        + " from unnest((select :ids), (select :next)) as r (id, next_at)"
                        + " where c.opened_at between :from and :until and c.id = r.id")
                .bind("sources", Transition.STEP_REACHED.sources())
                .bind("target", Transition.STEP_REACHED.target().name())
                .bind("ids", CheckInTable.ids(checkIns))
                .bind("next", reached.stream().map(AlertSteps::nextStepAt).toArray(Instant[]::new))
                .bind("from", CheckInTable.earliest(checkIns))
                .bind("until", CheckInTable.latest(checkIns))
                .execute());
    }

    private static Instant nextStepAt(Reached one) {
        List<EscalationStep> steps = one.policy().steps();
        int next = one.checkIn().nextStep() + 1;
        Optional<Duration> delay = next < steps.size() ? steps.get(next).delay() : Optional.empty();
        // A check-in that began with a call for help was never sent, and has no steps.
        return one.checkIn().asked() ? delay.map(one.checkIn().sentAt()::plus).orElse(null) : null;
    }

    private void log(List<Reached> reached, Instant now) {
        List<Reached> moving = reached.stream()
                .filter(one -> one.transition().allowedFrom(one.checkIn().state()))
                .toList();
        List<CheckInRow> moved = moving.stream().map(Reached::checkIn).toList();
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into check_in_log (organization_id, check_in_id, at, from_state, to_state, reason, actor)"
                                + " select m.organization, m.id, :now, m.state, :target, m.reason, 'SYSTEM'"
                                + " from unnest(:organizations, :ids, :states, :reasons)"
                                + " as m (organization, id, state, reason)")
                .bind("now", now)
                .bind("target", Transition.STEP_REACHED.target().name())
                .bind(
                        "reasons",
                        moving.stream().map(one -> one.transition().name()).toArray(String[]::new))
                .bind(
                        "organizations",
                        moved.stream().map(CheckInRow::organizationId).toArray(Integer[]::new))
                .bind("ids", CheckInTable.ids(moved))
                .bind(
                        "states",
                        moved.stream()
                                .map(CheckInRow::state)
                                .map(CheckInState::name)
                                .toArray(String[]::new))
                .execute());
        moving.stream()
                .collect(Collectors.groupingBy(Reached::transition, Collectors.counting()))
                .forEach((transition, checkIns) -> moves.count(transition.name(), checkIns.intValue()));
    }

    private static void warn(List<Reached> reached) {
        long unsure = reached.stream().filter(Reached::unsure).count();
        if (unsure > 0) {
            LOG.log(
                    Level.WARNING,
                    "Somebody is told of " + unsure + " who did not answer, although we could not hear reliably:"
                            + " outages have put it off for as long as they may");
        }
    }
}
