package jp.anpi.escalation.internal.elsewhere;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.anpi.foundation.DueRow;
import jp.anpi.foundation.Purge;
import org.jdbi.v3.core.Jdbi;

/** The SQL of what waits to be sent beside LINE, and of who was told so. */
@ApplicationScoped
public class DeliveryTable implements Purge {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};
    private static final String COLUMNS =
            "id, organization_id, address_id, recipient_id, kind, content::text as content,"
                    + " incident_ids, step, attempts, maybe_seen";

    /** When the first is to be sent. */
    public static final String FIRST_DUE = "select min(next_attempt_at) from urgent_delivery where state = 'READY'";

    @Inject
    private Jdbi jdbi;

    /** Adds them to the caller's transaction; of one incident and step an address is told once. */
    public void insert(Collection<UrgentDelivery> deliveries, Instant now) {
        if (deliveries.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var batch =
                    handle.prepareBatch("insert into urgent_delivery (id, organization_id, address_id, recipient_id,"
                            + " kind, content, incident_ids, step, next_attempt_at, created_at) values (:id, :organization,"
                            + " :address, :recipient, :kind, cast(:content as jsonb), :incidents, :step, :now, :now)"
                            + " on conflict do nothing");
            for (UrgentDelivery delivery : deliveries) {
                batch.bind("id", delivery.id())
                        .bind("organization", delivery.organizationId())
                        .bind("address", delivery.addressId())
                        .bind("recipient", delivery.recipientId().orElse(null))
                        .bind("kind", delivery.kind())
                        .bind("content", written(delivery.content()))
                        .bind("incidents", delivery.incidentIds().toArray(Long[]::new))
                        .bind("step", delivery.step().orElse(null))
                        .bind("now", now)
                        .add();
            }
            batch.execute();
        });
    }

    public List<DueRow> next(Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("select organization_id, id from urgent_delivery"
                        + " where state = 'READY' and next_attempt_at <= :now order by next_attempt_at limit :most")
                .bind("now", now)
                .bind("most", most)
                .map((row, context) -> new DueRow(row.getInt("organization_id"), row.getString("id")))
                .list());
    }

    /**
     * The delivery, locked, where it still waits. Its incidents are locked before, like everywhere: an answer comes
     * either before this look, or after it is known that an attempt began. Its address is held too and never waited for:
     * whoever removes an address at this moment takes its deliveries along, in the other order.
     */
    public Optional<UrgentDelivery> claim(UUID id, Instant now) {
        return jdbi.withHandle(handle -> {
            handle.createQuery("select i.id from incident i where i.id in (select unnest(incident_ids)"
                            + " from urgent_delivery where id = :id) order by i.id for no key update")
                    .bind("id", id)
                    .mapTo(Long.class)
                    .list();
            return handle.createQuery("select " + COLUMNS + " from urgent_delivery d join lateral (select from"
                            + " contact_address a where a.id = d.address_id for key share skip locked) a on true"
                            + " where d.id = :id and d.state = 'READY' and d.next_attempt_at <= :now"
                            + " for update of d skip locked")
                    .bind("id", id)
                    .bind("now", now)
                    .map((row, context) -> delivery(row))
                    .findOne();
        });
    }

    /** The same attempt again, locked, unless another node has gone on with it. */
    public boolean reclaim(UUID id, int attempts) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from urgent_delivery where id = :id"
                                + " and attempts = :attempts and state = 'READY' for update skip locked")
                        .bind("id", id)
                        .bind("attempts", attempts)
                        .mapTo(UUID.class)
                        .findOne())
                .isPresent();
    }

    /** Kept before the first byte leaves: from here on it may be seen. */
    public void announce(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update urgent_delivery set attempts = attempts + 1, maybe_seen = true where id = :id")
                .bind("id", id)
                .execute());
    }

    public void settle(UUID id, String state, String error, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("update urgent_delivery set state = :state, settled_at = :at,"
                        + " last_error = :error, maybe_seen = maybe_seen and :state <> 'REFUSED' where id = :id")
                .bind("state", state)
                .bind("error", error)
                .bind("at", at)
                .bind("id", id)
                .execute());
    }

    public void postpone(UUID id, Instant next, String error, boolean maybeSeen) {
        jdbi.useHandle(handle -> handle.createUpdate("update urgent_delivery set next_attempt_at = :next,"
                        + " last_error = :error, maybe_seen = :seen where id = :id")
                .bind("next", next)
                .bind("error", error)
                .bind("seen", maybeSeen)
                .bind("id", id)
                .execute());
    }

    /** Addresses that were told of the incident so, or may have been, as what is to follow. */
    public List<UrgentDelivery> told(long incident) {
        return jdbi.withHandle(handle -> handle.createQuery("select distinct on (address_id) " + COLUMNS
                        + " from urgent_delivery where incident_ids @> array[:incident] and step is not null"
                        + " and maybe_seen and state in ('READY', 'ACCEPTED') order by address_id")
                .bind("incident", incident)
                .map((row, context) -> delivery(row))
                .list());
    }

    /** To whom such deliveries go, by which of these values stands under a name in their content. */
    public Map<String, Set<Long>> recipientsByContent(String kind, String name, Collection<String> values) {
        return jdbi.withHandle(handle -> handle.createQuery("select content ->> :name as value, recipient_id"
                        + " from urgent_delivery where kind = :kind and content ->> :name = any(:values)"
                        + " and recipient_id is not null")
                .bind("name", name)
                .bind("kind", kind)
                .bind("values", values.toArray(String[]::new))
                .map((row, context) -> Map.entry(row.getString("value"), row.getLong("recipient_id")))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet()))));
    }

    /** Those of the incidents of which this address was told, or may have been. */
    public List<Long> toldOffice(long addressId, List<Long> incidents) {
        return jdbi.withHandle(handle -> handle.createQuery("select i from unnest(:incidents) as i where exists ("
                        + "select from urgent_delivery d where d.address_id = :address and d.kind = 'STAFF_ALERT'"
                        + " and d.incident_ids @> array[i] and d.maybe_seen and d.state in ('READY', 'ACCEPTED'))")
                .bind("incidents", incidents.toArray(Long[]::new))
                .bind("address", addressId)
                .mapTo(Long.class)
                .list());
    }

    /**
     * This member has nothing to do with those incidents any more.
     *
     * @return those of which they were told so, or were to be
     */
    public List<Long> withdraw(long recipient, Collection<Long> incidents, Instant at) {
        return jdbi.withHandle(handle -> handle.createQuery("with dropped as (update urgent_delivery set"
                        + " state = 'DROPPED', settled_at = :at where recipient_id = :recipient"
                        + " and incident_ids && :incidents and state in ('READY', 'ACCEPTED') returning incident_ids, step)"
                        + " select distinct unnest(incident_ids) from dropped where step is not null order by 1")
                .bind("at", at)
                .bind("recipient", recipient)
                .bind("incidents", incidents.toArray(Long[]::new))
                .mapTo(Long.class)
                .list());
    }

    /** Incidents of alerts that wait to be sent to these addresses; locked before it is noted who has nobody to tell. */
    List<Long> waitingFor(Collection<Long> addresses) {
        return jdbi.withHandle(handle -> handle.createQuery("select i.id from incident i where i.id in (select"
                        + " unnest(incident_ids) from urgent_delivery where address_id = any(:addresses)"
                        + " and state = 'READY' and step is not null) order by i.id for no key update")
                .bind("addresses", addresses.toArray(Long[]::new))
                .mapTo(Long.class)
                .list());
    }

    /** What is over stays as long as the incident is open: the all-clear asks who was told. */
    @Override
    public int purge(Instant limit, int most) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from urgent_delivery where id in (select d.id from"
                        + " urgent_delivery d where d.state <> 'READY' and d.settled_at < :limit and not exists (select"
                        + " from incident i where i.id = any(d.incident_ids) and i.closed_at is null) limit :most)")
                .bind("limit", limit)
                .bind("most", most)
                .execute());
    }

    private static UrgentDelivery delivery(ResultSet row) throws SQLException {
        return new UrgentDelivery(
                row.getObject("id", UUID.class),
                row.getInt("organization_id"),
                row.getLong("address_id"),
                Optional.ofNullable(row.getObject("recipient_id", Long.class)),
                row.getString("kind"),
                read(row.getString("content")),
                Arrays.asList((Long[]) row.getArray("incident_ids").getArray()),
                Optional.ofNullable(row.getObject("step", Integer.class)),
                row.getInt("attempts"),
                row.getBoolean("maybe_seen"));
    }

    private static String written(Map<String, String> content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A map of texts can always be written", impossible);
        }
    }

    private static Map<String, String> read(String json) {
        try {
            return JSON.readValue(json, TEXTS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A delivery holds content that is no object of texts", broken);
        }
    }
}
