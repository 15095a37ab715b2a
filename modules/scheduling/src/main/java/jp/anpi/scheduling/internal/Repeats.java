package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jp.anpi.scheduling.CheckInState;
import jp.anpi.scheduling.EscalationPolicy;
import org.jdbi.v3.core.Jdbi;

/**
 * A schedule that falls due while its question is open asks again as part of it (E-1); for policies that count slots,
 * one more has been missed.
 */
@ApplicationScoped
public class Repeats {

    /** A due schedule and its open, already asked check-in. */
    record Repeat(ScheduleRow schedule, CheckInRow checkIn) {}

    @Inject
    private Jdbi jdbi;

    @Inject
    private Askings askings;

    @Inject
    private Policies policies;

    @Inject
    private Outages outages;

    void ask(List<Repeat> repeats, Instant now) {
        if (repeats.isEmpty()) {
            return;
        }
        askings.again(
                repeats.stream()
                        .map(repeat -> new Askings.Asking(
                                repeat.checkIn(), repeat.schedule().nextDueAt()))
                        .toList(),
                now);
        countMissedSlots(repeats, now);
    }

    private void countMissedSlots(List<Repeat> repeats, Instant now) {
        Optional<Instant> lastOutage = outages.lastEnd();
        List<CheckInRow> missed = new ArrayList<>();
        List<CheckInRow> reached = new ArrayList<>();
        for (Repeat repeat : repeats) {
            CheckInRow checkIn = repeat.checkIn();
            OptionalInt allowed = slotsOfNextStep(checkIn);
            // A slot that we could not ask in, or could not hear in, is ours to answer for, not the person's (E-8).
            boolean heard = checkIn.askAccepted()
                    && lastOutage.map(end -> checkIn.askedAt().isAfter(end)).orElse(true);
            // After a call for help it is not silence that somebody must be told of.
            boolean silent = checkIn.state() != CheckInState.NEED_HELP;
            if (allowed.isPresent() && heard && silent) {
                missed.add(checkIn);
                if (checkIn.missedSlots() + 1 >= allowed.getAsInt()) {
                    reached.add(checkIn);
                }
            }
        }
        if (!missed.isEmpty()) {
            count(missed, reached, now);
        }
    }

    private OptionalInt slotsOfNextStep(CheckInRow checkIn) {
        EscalationPolicy policy = policies.byId(checkIn.policyId());
        return checkIn.nextStep() < policy.steps().size()
                ? policy.steps().get(checkIn.nextStep()).missedSlots()
                : OptionalInt.empty();
    }

    private void count(List<CheckInRow> missed, List<CheckInRow> reached, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update check_in set missed_slots = missed_slots + 1,"
                        + " next_step_at = case when id = any(:reached) then :now else next_step_at end"
                        + " where opened_at between :from and :until and id = any(:ids)")
                .bind("reached", CheckInTable.ids(reached))
                .bind("now", now)
                .bind("from", CheckInTable.earliest(missed))
                .bind("until", CheckInTable.latest(missed))
                .bind("ids", CheckInTable.ids(missed))
                .execute());
    }
}
