package jp.anpi.scheduling.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import jp.anpi.foundation.DueRow;
import jp.anpi.scheduling.EscalationPolicy;
import jp.anpi.scheduling.Outage;
import org.jdbi.v3.core.Jdbi;

/**
 * One slice of people whose deadline, or whose time to answer before it, lay inside an outage: a tap may have been
 * lost, so they are asked again first, and the time to answer starts anew when that asking is accepted.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutageRecoverySlice {

    @Inject
    private Jdbi jdbi;

    @Inject
    private ScheduleTable schedules;

    @Inject
    private Outages outages;

    @Inject
    private TouchedCheckIns touched;

    @Inject
    private Policies policies;

    @Inject
    private Askings askings;

    /** @return whether anything was done about an outage */
    public boolean run(Instant now) {
        Optional<Outage> unrecovered = first();
        if (unrecovered.isEmpty()) {
            return false;
        }
        Outage outage = unrecovered.get();
        List<CheckInRow> affected = touched.claim(outage, now, null);
        if (!affected.isEmpty()) {
            recover(affected, outage, now);
            return true;
        }
        // Rows that somebody else holds at this moment are not recovered yet.
        boolean over = !touched.any(outage, now);
        if (over) {
            outages.markRecovered(outage.id(), now);
        }
        return over;
    }

    /** This check-in alone, where it is affected. */
    public void runOne(long checkIn, Instant now) {
        first().ifPresent(outage -> recover(touched.claim(outage, now, checkIn), outage, now));
    }

    /** Check-ins that are affected by the first outage. */
    public List<DueRow> affected(Instant now) {
        return first().map(outage -> touched.rows(outage, now)).orElse(List.of());
    }

    /** Who cannot be asked again has twice the time to answer before anybody is told. */
    public void setAside(long checkIn, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update check_in c set next_step_at = cast(:now as timestamptz)"
                        + " + make_interval(mins => 2 * p.answer_window_minutes)"
                        + " from escalation_policy p where p.id = c.policy_id and c.id = :id")
                .bind("now", now)
                .bind("id", checkIn)
                .execute());
    }

    private Optional<Outage> first() {
        return outages.unrecovered().stream().findFirst();
    }

    private void recover(List<CheckInRow> affected, Outage outage, Instant now) {
        Instant ended = outage.endedAt().orElseThrow();
        Predicate<CheckInRow> waits = CheckInRow::waitsForAsking;
        Predicate<CheckInRow> asked =
                checkIn -> checkIn.askAccepted() && !checkIn.askedAt().isBefore(ended);
        List<CheckInRow> again =
                affected.stream().filter(waits.or(asked).negate()).toList();
        // Until the asking is accepted, the deadline stands at its last instant.
        touched.putOff(again, one -> until(one, now), one -> until(one, now), now);
        touched.askedInVain(again);
        askAgain(again, outage, now);
        List<CheckInRow> since =
                affected.stream().filter(asked.and(waits.negate())).toList();
        touched.putOff(since, one -> afterAsking(one, now), one -> until(one, now), now);
        touched.waitOn(affected.stream().filter(waits).toList(), one -> until(one, now));
    }

    private Instant until(CheckInRow checkIn, Instant now) {
        return PutOff.until(checkIn, policy(checkIn), now);
    }

    private Instant afterAsking(CheckInRow checkIn, Instant now) {
        return PutOff.afterAsking(checkIn, policy(checkIn), checkIn.askedAt(), until(checkIn, now));
    }

    private EscalationPolicy policy(CheckInRow checkIn) {
        return policies.byId(checkIn.policyId());
    }

    /** Where a repeat is due anyway, that is the one message (E-8a); its acceptance gives the deadline back. */
    private void askAgain(List<CheckInRow> affected, Outage outage, Instant now) {
        Set<Long> aboutToRepeat =
                schedules.overdue(affected.stream().map(CheckInRow::scheduleId).toList(), now);
        askings.again(
                affected.stream()
                        .filter(checkIn -> !aboutToRepeat.contains(checkIn.scheduleId()))
                        .map(checkIn -> new Askings.Asking(checkIn, outage.beganAt(), true))
                        .toList(),
                now);
    }
}
