package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The SQL of what somebody who watches has to do with incidents: of which they were told, which they have taken. */
@ApplicationScoped
public class WatcherIncidentTable {

    @Inject
    private Jdbi jdbi;

    /** The open incidents that this watcher has taken, locked. */
    List<Long> lockTakenBy(int organizationId, long watcherId) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from incident where taken_by = :watcher"
                        + " and organization_id = :organization and closed_at is null order by id for update")
                .bind("watcher", watcherId)
                .bind("organization", organizationId)
                .mapTo(Long.class)
                .list());
    }

    /** Those of the incidents that are about one of these participants. */
    List<Long> about(Collection<Long> incidents, Collection<Long> participants) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from incident where id = any(:ids)"
                        + " and subject_kind = 'PARTICIPANT' and subject_id = any(:participants) order by id")
                .bind("ids", incidents.toArray(Long[]::new))
                .bind("participants", participants.toArray(Long[]::new))
                .mapTo(Long.class)
                .list());
    }

    /** The incidents about each participant. */
    Map<Long, List<Long>> bySubject(Collection<Long> incidents) {
        return jdbi.withHandle(handle -> handle.createQuery("select id, subject_id from incident where id = any(:ids)"
                        + " and subject_kind = 'PARTICIPANT' and subject_id is not null order by id")
                .bind("ids", incidents.toArray(Long[]::new))
                .map((row, context) -> Map.entry(row.getLong("subject_id"), row.getLong("id")))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    /** Locks all that any of these watchers was told of, is to be, or has taken: in one order, as whoever sends alerts does. */
    void lockOfWatchers(int organizationId, Collection<Long> watchers) {
        jdbi.useHandle(handle -> handle.createQuery("select i.id from incident i where"
                        + " i.organization_id = :organization and i.closed_at is null and (i.taken_by = any(:watchers)"
                        + " or exists (select from alert_notice n where n.incident_id = i.id"
                        + " and n.recipient_id = any(:watchers)) or exists (select from urgent_delivery d"
                        + " where d.incident_ids @> array[i.id] and d.recipient_id = any(:watchers)))"
                        + " order by i.id for update")
                .bind("watchers", watchers.toArray(Long[]::new))
                .bind("organization", organizationId)
                .mapTo(Long.class)
                .list());
    }

    /** The open incidents of which this watcher was told, or is to be, locked. */
    List<Long> lockTold(int organizationId, long watcherId) {
        return jdbi.withHandle(handle -> handle.createQuery("select i.id from incident i where"
                        + " i.organization_id = :organization and i.closed_at is null and (exists (select from"
                        + " alert_notice n where n.incident_id = i.id and n.recipient_id = :watcher"
                        + " and n.state <> 'DROPPED') or exists (select from urgent_delivery d"
                        + " where d.incident_ids @> array[i.id] and d.recipient_id = :watcher"
                        + " and d.state <> 'DROPPED')) order by i.id for update")
                .bind("watcher", watcherId)
                .bind("organization", organizationId)
                .mapTo(Long.class)
                .list());
    }

    /** Whoever had taken these is gone: nobody has. */
    void untake(List<Long> incidents, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("with open_again as (update incident set taken_at = null,"
                        + " taken_by = null,"
                        + " status = case when assignee_id is null then 'OPEN' else status end, version = version + 1 where id = any(:ids)"
                        + " returning organization_id, id) insert into incident_entry (organization_id, incident_id,"
                        + " at, kind, actor) select organization_id, id, :now, 'OPEN_AGAIN', 'SYSTEM' from open_again")
                .bind("ids", incidents.toArray(Long[]::new))
                .bind("now", now)
                .execute());
    }
}
