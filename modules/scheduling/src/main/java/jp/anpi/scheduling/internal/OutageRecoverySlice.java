package jp.anpi.scheduling.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * One slice of people whose deadline, or whose time to answer before it, lay inside an outage: a tap may have been
 * lost, so they are asked again first, and the time to answer starts anew when that asking is accepted.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutageRecoverySlice {

    private static final int SIZE = 5_000;

    @Inject
    private Jdbi jdbi;

    @Inject
    private Outages outages;

    @Inject
    private Askings askings;

    /** @return whether there was an outage to recover from */
    public boolean run(Instant now) {
        Optional<Outages.Outage> outage = outages.unrecovered().stream().findFirst();
        if (outage.isEmpty()) {
            return false;
        }
        List<CheckInRow> affected = affected(outage.get());
        if (affected.isEmpty()) {
            outages.markRecovered(outage.get().id(), now);
        } else {
            clearDeadlines(affected);
            askings.again(
                    affected.stream()
                            .map(checkIn ->
                                    new Askings.Asking(checkIn, outage.get().beganAt()))
                            .toList(),
                    now);
        }
        return true;
    }

    private List<CheckInRow> affected(Outages.Outage outage) {
        String columns = "c." + CheckInRow.COLUMNS.replace(", ", ", c.");
        return jdbi.withHandle(handle -> handle.createQuery("select " + columns + " from check_in c"
                        + " join escalation_policy p on p.id = c.policy_id"
                        + " join escalation_step s on s.policy_id = c.policy_id and s.position = c.next_step"
                        + " where c.next_step_at > :began and s.action <> 'REMIND'"
                        + " and c.next_step_at - make_interval(mins => p.answer_window_minutes) < :ended"
                        + " and c.state in ('SENT', 'REMINDED')"
                        + " order by c.next_step_at limit :most for update of c skip locked")
                .bind("began", outage.beganAt())
                .bind("ended", outage.endedAt())
                .bind("most", SIZE)
                .map((row, context) -> CheckInRow.of(row))
                .list());
    }

    private void clearDeadlines(List<CheckInRow> affected) {
        jdbi.useHandle(handle -> handle.createUpdate("update check_in set next_step_at = null"
                        + " where opened_at between :from and :until and id = any(:ids)")
                .bind("from", CheckInTable.earliest(affected))
                .bind("until", CheckInTable.latest(affected))
                .bind("ids", CheckInTable.ids(affected))
                .execute());
    }
}
