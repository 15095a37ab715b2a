package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.anpi.scheduling.Outage;
import jp.anpi.scheduling.OutageHistory;
import jp.anpi.scheduling.OutageKind;
import org.jdbi.v3.core.Jdbi;

/** The SQL of outages (E-8). Every method joins the caller's transaction. */
@ApplicationScoped
public class Outages implements OutageHistory {

    private static final String SELECT = "select id, kind, organization_id, began_at, ended_at from outage where ";

    /** When the first of those ended after which not everybody has been asked again. */
    static final String FIRST_UNRECOVERED = "select ended_at from outage where recovered_at is null"
            + " and ended_at is not null order by began_at, id limit 1";

    @Inject
    private Jdbi jdbi;

    /** One that is over. */
    void record(OutageKind kind, Optional<Integer> organizationId, Instant beganAt, Instant endedAt) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into outage (kind, organization_id, began_at, ended_at)"
                        + " values (:kind, :organization, :began, :ended)")
                .bind("kind", kind.name())
                .bind("organization", organizationId.orElse(null))
                .bind("began", beganAt)
                .bind("ended", endedAt)
                .execute());
    }

    /** @return whether it was not known yet that this organization has one of that kind */
    boolean open(OutageKind kind, int organizationId, Instant beganAt) {
        return jdbi.withHandle(handle -> handle.createUpdate("insert into outage (kind, organization_id, began_at)"
                                + " values (:kind, :organization, :began) on conflict (kind, coalesce(organization_id, 0))"
                                + " where ended_at is null do nothing")
                        .bind("kind", kind.name())
                        .bind("organization", organizationId)
                        .bind("began", beganAt)
                        .execute())
                == 1;
    }

    /** The open one of this kind ends; where none was opened, the whole of it is kept now. */
    void end(OutageKind kind, int organizationId, Instant beganAt, Instant endedAt) {
        int ended =
                jdbi.withHandle(handle -> handle.createUpdate("update outage set ended_at = greatest(began_at, :ended)"
                                + " where kind = :kind and organization_id = :organization and ended_at is null")
                        .bind("kind", kind.name())
                        .bind("organization", organizationId)
                        .bind("ended", endedAt)
                        .execute());
        if (ended == 0) {
            record(kind, Optional.of(organizationId), beganAt, endedAt);
        }
    }

    /** Outages that are over, but not everybody whom they touched has been asked again. */
    List<Outage> unrecovered() {
        return list(SELECT + "recovered_at is null and ended_at is not null order by began_at, id");
    }

    /** Outages that are not over, or after which not everybody has been asked again. */
    List<Outage> unsettled() {
        return list(SELECT + "recovered_at is null order by began_at, id");
    }

    @Override
    public List<Outage> open() {
        return list(SELECT + "recovered_at is null and ended_at is null order by began_at, id");
    }

    @Override
    public List<Outage> since(Instant instant) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + "ended_at is null or ended_at > :instant order by began_at, id limit 1000")
                .bind("instant", instant)
                .map((row, context) -> outage(row))
                .list());
    }

    /**
     * When each organization's latest outage ended, of those that go on, which is {@link Instant#MAX}, or ended after that
     * instant. The key 0 is everybody's.
     */
    Map<Integer, Instant> lastEnds(Instant since) {
        Map<Integer, Instant> ends = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select coalesce(organization_id, 0) as organization,"
                        + " bool_or(ended_at is null) as going_on, max(ended_at) as ended_at from outage"
                        + " where ended_at is null or ended_at >= :since group by 1")
                .bind("since", since)
                .map((row, context) -> ends.put(
                        row.getInt("organization"),
                        row.getBoolean("going_on") ? Instant.MAX : Rows.instant(row, "ended_at")))
                .list());
        return ends;
    }

    void markRecovered(long id, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("update outage set recovered_at = :at where id = :id")
                .bind("at", at)
                .bind("id", id)
                .execute());
    }

    private List<Outage> list(String sql) {
        return jdbi.withHandle(handle ->
                handle.createQuery(sql).map((row, context) -> outage(row)).list());
    }

    private static Outage outage(ResultSet row) throws SQLException {
        return new Outage(
                row.getLong("id"),
                OutageKind.valueOf(row.getString("kind")),
                Optional.ofNullable((Integer) row.getObject("organization_id")),
                Rows.instant(row, "began_at"),
                Rows.optionalInstant(row, "ended_at"));
    }
}
