package jp.anpi.membership.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.foundation.SealedColumn;
import org.jdbi.v3.core.Jdbi;

/** The SQL of second factors and of recovery codes. */
@ApplicationScoped
public class SecondFactorTable {

    static final SealedColumn SEALED = new SealedColumn("second_factor", "staff_id", "sealed");

    /** A factor as it stands in its table. */
    record Factor(byte[] sealed, boolean confirmed, long lastStep) {}

    @Inject
    Jdbi jdbi;

    @Produces
    SealedColumn sealed() {
        return SEALED;
    }

    boolean confirmed(int staffId) {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select from second_factor"
                        + " where staff_id = :staff and confirmed_at is not null)")
                .bind("staff", staffId)
                .mapTo(Boolean.class)
                .one());
    }

    /** Locked until the end of the transaction. */
    Optional<Factor> lock(int staffId) {
        return jdbi.withHandle(handle -> handle.createQuery("select sealed, confirmed_at is not null as confirmed,"
                        + " last_step from second_factor where staff_id = :staff for update")
                .bind("staff", staffId)
                .map((row, context) ->
                        new Factor(row.getBytes("sealed"), row.getBoolean("confirmed"), row.getLong("last_step")))
                .findOne());
    }

    /** Of two pages that offer one at the same moment, the first. */
    void insert(int staffId, int organizationId, byte[] sealed) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into second_factor (staff_id, organization_id, sealed)"
                        + " values (:staff, :organization, :sealed) on conflict do nothing")
                .bind("staff", staffId)
                .bind("organization", organizationId)
                .bind("sealed", sealed)
                .execute());
    }

    void confirm(int staffId, long step, List<byte[]> recoveryCodes, Instant now) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("update second_factor set confirmed_at = :now, last_step = :step"
                            + " where staff_id = :staff")
                    .bind("now", now)
                    .bind("step", step)
                    .bind("staff", staffId)
                    .execute();
            recoveryCodes.forEach(digest -> handle.createUpdate(
                            "insert into recovery_code (staff_id, code_digest) values (:staff, :digest)")
                    .bind("staff", staffId)
                    .bind("digest", digest)
                    .execute());
        });
    }

    void used(int staffId, long step) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update second_factor set last_step = :step where staff_id = :staff")
                        .bind("step", step)
                        .bind("staff", staffId)
                        .execute());
    }

    /** False where it is none, or was used before. */
    boolean useRecoveryCode(int staffId, byte[] digest) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "delete from recovery_code where staff_id = :staff and code_digest = :digest")
                        .bind("staff", staffId)
                        .bind("digest", digest)
                        .execute())
                == 1;
    }

    boolean remove(int organizationId, int staffId) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "delete from second_factor where staff_id = :staff and organization_id = :organization")
                        .bind("staff", staffId)
                        .bind("organization", organizationId)
                        .execute())
                == 1;
    }
}
