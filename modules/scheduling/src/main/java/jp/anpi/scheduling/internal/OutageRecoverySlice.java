package jp.anpi.scheduling.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.anpi.foundation.DueRow;
import org.jdbi.v3.core.Jdbi;

/**
 * One slice of people whose deadline, or whose time to answer before it, lay inside an outage: a tap may have been
 * lost, so they are asked again first, and the time to answer starts anew when that asking is accepted.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutageRecoverySlice {

    private static final int SIZE = 5_000;

    private static final String AFFECTED = " from check_in c join escalation_policy p on p.id = c.policy_id"
            + " join escalation_step s on s.policy_id = c.policy_id and s.position = c.next_step"
            + " where c.next_step_at > :began and s.action <> 'REMIND'"
            + " and c.next_step_at - make_interval(mins => p.answer_window_minutes) < :ended"
            + " and c.state in ('SENT', 'REMINDED')";

    @Inject
    private Jdbi jdbi;

    @Inject
    private ScheduleTable schedules;

    @Inject
    private Outages outages;

    @Inject
    private Askings askings;

    /** @return whether anything was done about an outage */
    public boolean run(Instant now) {
        Optional<Outages.Outage> unrecovered = outages.unrecovered().stream().findFirst();
        if (unrecovered.isEmpty()) {
            return false;
        }
        Outages.Outage outage = unrecovered.get();
        List<CheckInRow> affected = claim(outage, null);
        if (!affected.isEmpty()) {
            recover(affected, outage, now);
            return true;
        }
        // Rows that somebody else holds at this moment are not recovered yet.
        boolean over = !anyAffected(outage);
        if (over) {
            outages.markRecovered(outage.id(), now);
        }
        return over;
    }

    /** This check-in alone, where it is affected. */
    public void runOne(long checkIn, Instant now) {
        outages.unrecovered().stream().findFirst().ifPresent(outage -> {
            List<CheckInRow> affected = claim(outage, checkIn);
            if (!affected.isEmpty()) {
                recover(affected, outage, now);
            }
        });
    }

    /** Check-ins that are affected by the first outage. */
    public List<DueRow> affected() {
        return outages.unrecovered().stream()
                .findFirst()
                .map(outage -> jdbi.withHandle(handle -> handle.createQuery(
                                "select c.organization_id, c.id" + AFFECTED + " order by c.next_step_at limit :most")
                        .bind("began", outage.beganAt())
                        .bind("ended", outage.endedAt())
                        .bind("most", SIZE)
                        .map(Rows::dueRow)
                        .list()))
                .orElse(List.of());
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

    private void recover(List<CheckInRow> affected, Outages.Outage outage, Instant now) {
        clearDeadlines(affected);
        askAgain(affected, outage, now);
    }

    /** @param only this one if it is affected; null for all that are */
    private List<CheckInRow> claim(Outages.Outage outage, Long only) {
        String columns = "c." + CheckInRow.COLUMNS.replace(", ", ", c.");
        return jdbi.withHandle(handle -> handle.createQuery("select " + columns + AFFECTED
                        + (only == null ? "" : " and c.id = " + only)
                        + " order by c.next_step_at limit :most for update of c skip locked")
                .bind("began", outage.beganAt())
                .bind("ended", outage.endedAt())
                .bind("most", SIZE)
                .map((row, context) -> CheckInRow.of(row))
                .list());
    }

    private boolean anyAffected(Outages.Outage outage) {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select" + AFFECTED + ")")
                .bind("began", outage.beganAt())
                .bind("ended", outage.endedAt())
                .mapTo(Boolean.class)
                .one());
    }

    private void clearDeadlines(List<CheckInRow> affected) {
        jdbi.useHandle(handle -> handle.createUpdate("update check_in set next_step_at = null"
                        + " where opened_at between :from and :until and id = any(:ids)")
                .bind("from", CheckInTable.earliest(affected))
                .bind("until", CheckInTable.latest(affected))
                .bind("ids", CheckInTable.ids(affected))
                .execute());
    }

    /** Where a repeat is due anyway, that is the one message (E-8a); its acceptance gives the deadline back. */
    private void askAgain(List<CheckInRow> affected, Outages.Outage outage, Instant now) {
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
