package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jp.anpi.membership.Beginnings;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRight;
import org.jdbi.v3.core.Jdbi;

/** {@link Beginnings} in one statement that stops at the first row of each. */
@Stateless
public class BeginningsBean implements Beginnings {

    @Inject
    Jdbi jdbi;

    @Override
    public Standing of(StaffCaller caller) {
        caller.require(StaffRight.MANAGE_ORGANIZATION);
        return jdbi.withHandle(handle -> handle.createQuery("select o.reviewed_at is not null as reviewed,"
                        + " (select count(*) > 1 from (select from staff s where s.organization_id = o.id"
                        + " and s.ended_at is null limit 2) few) as colleagues,"
                        + " exists (select from team t where t.organization_id = o.id) as invited,"
                        // The first of them, which an index knows: PostgreSQL would rather begin to read everybody.
                        + " (select min(m.id) from member m where m.organization_id = o.id"
                        + " and m.participant_since is not null) is not null as participants"
                        + " from organization o where o.id = :organization")
                .bind("organization", caller.organizationId())
                .map((row, context) -> new Standing(
                        row.getBoolean("reviewed"),
                        row.getBoolean("colleagues"),
                        row.getBoolean("invited") || row.getBoolean("participants"),
                        row.getBoolean("participants")))
                .one());
    }
}
