package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import jp.anpi.scheduling.CheckInOffer;
import jp.anpi.scheduling.CheckInState;
import jp.anpi.scheduling.EscalationPolicy;
import jp.anpi.scheduling.EscalationStep;
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

    void ask(List<Repeat> repeats, Map<Integer, CheckInOffer> offerOf, Instant now) {
        if (repeats.isEmpty()) {
            return;
        }
        askings.again(
                repeats.stream()
                        .map(repeat -> new Askings.Asking(
                                repeat.checkIn(), repeat.schedule().nextDueAt()))
                        .toList(),
                now);
        List<Repeat> counting = repeats.stream()
                .filter(repeat -> slotsOfNextStep(repeat.checkIn()).isPresent())
                // After a call for help it is not silence that somebody must be told of.
                .filter(repeat -> repeat.checkIn().asked() && repeat.checkIn().state() != CheckInState.NEED_HELP)
                .toList();
        if (!counting.isEmpty()) {
            countMissedSlots(counting, offerOf, now);
        }
    }

    private void countMissedSlots(List<Repeat> repeats, Map<Integer, CheckInOffer> offerOf, Instant now) {
        Map<Integer, Instant> lastOutages = outages.lastEnds(repeats.stream()
                .map(repeat -> repeat.checkIn().askedAt())
                .min(Comparator.naturalOrder())
                .orElseThrow());
        List<CheckInRow> missed = new ArrayList<>();
        List<CheckInRow> reached = new ArrayList<>();
        List<CheckInRow> unsure = new ArrayList<>();
        for (Repeat repeat : repeats) {
            CheckInRow checkIn = repeat.checkIn();
            int allowed = slotsOfNextStep(checkIn).orElseThrow();
            ZoneId zone = offerOf.get(checkIn.organizationId()).zone();
            // A slot that we could not ask in, or could not hear in, is ours to answer for, not the person's (E-8).
            if (heard(checkIn, lastOutages)) {
                missed.add(checkIn);
                if (checkIn.missedSlots() + 1 >= allowed) {
                    reached.add(checkIn);
                }
            } else if (putOffLongEnough(checkIn, lastSlot(repeat, allowed, zone), now)) {
                missed.add(checkIn);
                reached.add(checkIn);
                unsure.add(checkIn);
            }
        }
        if (!missed.isEmpty()) {
            count(missed, reached, unsure, now);
        }
    }

    private static boolean heard(CheckInRow checkIn, Map<Integer, Instant> lastOutages) {
        Instant everybodys = lastOutages.getOrDefault(0, Instant.MIN);
        Instant own = lastOutages.getOrDefault(checkIn.organizationId(), Instant.MIN);
        return checkIn.askAccepted()
                && checkIn.askedAt().isAfter(everybodys)
                && checkIn.askedAt().isAfter(own);
    }

    /** The end of putting off (see {@link PutOff}), for whom we asked at least once after the slots they might miss. */
    private static boolean putOffLongEnough(CheckInRow checkIn, Instant lastSlot, Instant now) {
        return checkIn.askAccepted()
                && checkIn.askedAt().isAfter(lastSlot)
                && !lastSlot.plus(PutOff.AT_MOST).isAfter(now);
    }

    /** When the last of the slots was due that may be missed. */
    private static Instant lastSlot(Repeat repeat, int allowed, ZoneId zone) {
        return EscalationStep.afterMissedSlots(allowed, EscalationStep.Action.ALERT_WATCHERS)
                .dueAt(repeat.checkIn().sentAt(), repeat.schedule().rhythm(), zone);
    }

    private OptionalInt slotsOfNextStep(CheckInRow checkIn) {
        EscalationPolicy policy = policies.byId(checkIn.policyId());
        return checkIn.nextStep() < policy.steps().size()
                ? policy.steps().get(checkIn.nextStep()).missedSlots()
                : OptionalInt.empty();
    }

    private void count(List<CheckInRow> missed, List<CheckInRow> reached, List<CheckInRow> unsure, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update check_in set missed_slots = missed_slots + 1,"
                        + " next_step_at = case when id = any(:reached) then :now else next_step_at end,"
                        + " put_off_until = case when id = any(:unsure) then :now else put_off_until end"
                        + " where opened_at between :from and :until and id = any(:ids)")
                .bind("reached", CheckInTable.ids(reached))
                .bind("unsure", CheckInTable.ids(unsure))
                .bind("now", now)
                .bind("from", CheckInTable.earliest(missed))
                .bind("until", CheckInTable.latest(missed))
                .bind("ids", CheckInTable.ids(missed))
                .execute());
    }
}
