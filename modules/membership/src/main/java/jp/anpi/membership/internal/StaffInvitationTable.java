package jp.anpi.membership.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jp.anpi.foundation.SealedColumn;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffInvitations.Inviter;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The SQL of invitations that staff hand out. Every method joins the caller's transaction. */
@ApplicationScoped
public class StaffInvitationTable {

    static final SealedColumn SEALED = new SealedColumn("invitation", "id", "sealed_code");

    /** An invitation as it stands in its table. */
    record Row(
            long id,
            Optional<Long> teamId,
            Optional<String> team,
            byte[] sealed,
            String issuedBy,
            Instant at,
            Instant expiresAt) {}

    private static final String WORKING =
            " i.issued_by is not null and i.revoked_at is null and i.used_at is null and i.expires_at > :now";

    private static final String GOES_ON = "t.kind = 'AREA' and t.ended_at is null";

    private static final String IN_REACH = " and " + StaffTeamTable.IN_REACH;

    @Inject
    Jdbi jdbi;

    @Produces
    SealedColumn sealed() {
        return SEALED;
    }

    /** The teams into which the caller may invite. */
    List<Inviter> teams(StaffCaller caller, Instant now) {
        return jdbi.withHandle(handle -> bound(
                        handle.createQuery("select t.id, t.name, (select max(i.expires_at)"
                                + " from invitation i where i.organization_id = t.organization_id and i.team_id = t.id and"
                                + WORKING + ") as open_until from team t"
                                + " where t.organization_id = :organization and " + GOES_ON + IN_REACH
                                + " order by t.name, t.id"),
                        caller)
                .bind("now", now)
                .map((row, context) -> new Inviter(
                        Optional.of(row.getLong("id")),
                        row.getString("name"),
                        Optional.ofNullable(row.getObject("open_until", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list());
    }

    boolean mayInviteInto(StaffCaller caller, long teamId) {
        return jdbi.withHandle(handle -> bound(
                        handle.createQuery("select exists (select from team t where t.id = :team"
                                + " and t.organization_id = :organization and " + GOES_ON + IN_REACH + ")"),
                        caller)
                .bind("team", teamId)
                .mapTo(Boolean.class)
                .one());
    }

    /** Of two who make one at the same moment the second waits, and then finds the first one's. */
    void oneAtATime(int organizationId) {
        jdbi.useHandle(
                handle -> handle.createQuery("select pg_advisory_xact_lock(hashtext('invitation'), :organization)")
                        .bind("organization", organizationId)
                        .mapToMap()
                        .list());
    }

    Optional<Row> working(int organizationId, Optional<Long> teamId, Instant now) {
        return row("i.team_id is not distinct from cast(:key as bigint)", organizationId, teamId.orElse(null), now);
    }

    Optional<Row> workingById(int organizationId, long id, Instant now) {
        return row("i.id = :key", organizationId, id, now);
    }

    private Optional<Row> row(String condition, int organizationId, Long key, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select i.id, i.team_id, t.name, i.sealed_code,"
                        + " s.display_name, i.created_at, i.expires_at from invitation i"
                        + " join staff s on s.id = i.issued_by left join team t on t.id = i.team_id"
                        + " where i.organization_id = :organization and " + condition + " and" + WORKING
                        + " order by i.id desc limit 1")
                .bind("organization", organizationId)
                .bindByType("key", key, Long.class)
                .bind("now", now)
                .map((row, context) -> new Row(
                        row.getLong("id"),
                        Optional.ofNullable(row.getObject("team_id", Long.class)),
                        Optional.ofNullable(row.getString("name")),
                        row.getBytes("sealed_code"),
                        row.getString("display_name"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .findOne());
    }

    void insert(
            StaffCaller caller,
            Optional<Long> teamId,
            InvitationCode code,
            byte[] sealed,
            Instant now,
            Instant expiresAt) {
        jdbi.useHandle(
                handle -> handle.createUpdate("insert into invitation (organization_id, team_id, code_digest, kind,"
                                + " role, issued_by, sealed_code, created_at, expires_at) values (:organization, :team, :digest,"
                                + " 'TEAM_WIDE', 'PARTICIPANT', :staff, :sealed, :now, :expiresAt)")
                        .bind("organization", caller.organizationId())
                        .bindByType("team", teamId.orElse(null), Long.class)
                        .bind("digest", code.digest())
                        .bind("staff", caller.staffId())
                        .bind("sealed", sealed)
                        .bind("now", now)
                        .bind("expiresAt", expiresAt)
                        .execute());
    }

    void withdraw(long id, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update invitation set revoked_at = :now, version = version + 1 where id = :id")
                .bind("now", now)
                .bind("id", id)
                .execute());
    }

    private static Query bound(Query query, StaffCaller caller) {
        return query.bind("organization", caller.organizationId())
                .bind("staff", caller.staffId())
                .bind("limited", caller.limited());
    }
}
