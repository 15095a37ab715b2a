package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import jp.anpi.escalation.WhoIsTold.Told;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The SQL of how many were told about one participant, whichever way. */
@ApplicationScoped
public class ToldTable {

    private static final String COUNTED = "select count(distinct t.recipient_id) as watchers,"
            + " coalesce(bool_or(i.staff_told_at is not null), false) as staff from incident i left join lateral (%s) t"
            + " on true where i.subject_id = :participant and i.subject_kind = 'PARTICIPANT'"
            + " and i.organization_id = :organization and ";

    /** Told of the call, or to be told in a moment. */
    private static final String OF_CALL = "select n.recipient_id from alert_notice n where n.incident_id = i.id"
            + " and n.step = :step and n.state <> 'DROPPED' and not (n.state = 'WAITING' and n.refused_at is not null)"
            + " union all select d.recipient_id from urgent_delivery d where d.incident_ids @> array[i.id]"
            + " and d.step = :step and d.state in ('READY', 'ACCEPTED')";

    /** Told of it, or perhaps, and the same way is still open. */
    private static final String OF_END = "select n.recipient_id from alert_notice n join member w"
            + " on w.id = n.recipient_id and w.blocked_at is null and w.died_at is null where n.incident_id = i.id"
            + " and n.state in ('SENDING', 'UNKNOWN', 'ACCEPTED')"
            + " union all select d.recipient_id from urgent_delivery d where d.incident_ids @> array[i.id]"
            + " and d.step is not null and d.maybe_seen and d.state in ('READY', 'ACCEPTED')";

    @Inject
    private Jdbi jdbi;

    Told ofCallForHelp(int organizationId, long participant) {
        return jdbi.withHandle(handle -> counted(
                handle.createQuery(COUNTED.formatted(OF_CALL) + "i.cause = 'NEED_HELP' and i.closed_at is null")
                        .bind("step", AlertOnHelp.STEP),
                organizationId,
                participant));
    }

    Told ofEnd(int organizationId, long participant, Instant at) {
        return jdbi.withHandle(handle -> counted(
                handle.createQuery(COUNTED.formatted(OF_END) + "i.closed_at = :at")
                        .bind("at", at),
                organizationId,
                participant));
    }

    private static Told counted(Query query, int organizationId, long participant) {
        return query.bind("organization", organizationId)
                .bind("participant", participant)
                .map((row, context) -> new Told(row.getInt("watchers"), row.getBoolean("staff")))
                .one();
    }
}
