package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import jp.anpi.escalation.WhoIsTold.Told;
import org.jdbi.v3.core.Jdbi;

/** The SQL of what was told, and has ended, about one participant. */
@ApplicationScoped
public class ToldTable {

    /** Those told of the call, or to be told in a moment. */
    private static final String OF_CALL = "select count(distinct t.recipient_id) as watchers,"
            + " coalesce(bool_or(i.staff_told_at is not null), false) as staff from incident i left join lateral ("
            + "select n.recipient_id from alert_notice n where n.incident_id = i.id"
            + " and n.step = :step and n.state <> 'DROPPED' and not (n.state = 'WAITING' and n.refused_at is not null)"
            + " union all select d.recipient_id from urgent_delivery d where d.incident_ids @> array[i.id]"
            + " and d.step = :step and d.state in ('READY', 'ACCEPTED')) t on true"
            + " where i.subject_id = :participant and i.subject_kind = 'PARTICIPANT'"
            + " and i.organization_id = :organization and i.cause = 'NEED_HELP' and i.closed_at is null";

    /** An incident that is over, and whether staff had been told of it. */
    record Ended(long incident, boolean staff) {}

    @Inject
    private Jdbi jdbi;

    Told ofCallForHelp(int organizationId, long participant) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_CALL)
                .bind("step", AlertOnHelp.STEP)
                .bind("organization", organizationId)
                .bind("participant", participant)
                .map((row, context) -> new Told(row.getInt("watchers"), row.getBoolean("staff")))
                .one());
    }

    List<Ended> ended(int organizationId, long participant, Instant at) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select id, staff_told_at is not null as staff from incident"
                                + " where subject_id = :participant and subject_kind = 'PARTICIPANT'"
                                + " and organization_id = :organization and closed_at = :at")
                        .bind("organization", organizationId)
                        .bind("participant", participant)
                        .bind("at", at)
                        .map((row, context) -> new Ended(row.getLong("id"), row.getBoolean("staff")))
                        .list());
    }
}
