package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The SQL of which incidents the office is due a mail about, and what stands in it. */
@ApplicationScoped
public class StaffMailTable {

    /** What a mail to the office needs to know of an incident. */
    record Due(long id, int organizationId, String reason, boolean closed) {}

    /** When the first mail is due. */
    static final String FIRST_DUE = "select min(staff_mail_at) from incident where staff_mail_at is not null";

    @Inject
    private Jdbi jdbi;

    /** Incidents about which the office is due a mail, locked. */
    List<Due> claim(Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("select id, organization_id, staff_reason, closed_at"
                        + " from incident where staff_mail_at <= :now order by staff_mail_at limit :most"
                        + " for no key update skip locked")
                .bind("now", now)
                .bind("most", most)
                .map((row, context) -> new Due(
                        row.getLong("id"),
                        row.getInt("organization_id"),
                        row.getString("staff_reason"),
                        row.getObject("closed_at") != null))
                .list());
    }

    /** @param told whether a mail that calls for somebody is on its way */
    void mailed(List<Long> ids, boolean told, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update incident set staff_mail_at = null,"
                        + " staff_mailed_at = case when :told then :now else staff_mailed_at end where id = any(:ids)")
                .bind("told", told)
                .bind("now", now)
                .bind("ids", ids.toArray(Long[]::new))
                .execute());
    }

    /** Those of the incidents that are still open. */
    List<Long> stillOpen(List<Long> ids) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select id from incident where id = any(:ids) and closed_at is null")
                        .bind("ids", ids.toArray(Long[]::new))
                        .mapTo(Long.class)
                        .list());
    }

    /** Registration numbers of those whom the incidents are about; empty for each who has left. */
    List<String> numbers(int organizationId, List<Long> ids) {
        return jdbi.withHandle(handle -> handle.createQuery("select coalesce(m.number, '') as number"
                        + " from incident i left join member m on m.id = i.subject_id and i.subject_kind = 'PARTICIPANT'"
                        + " where i.id = any(:ids) and i.organization_id = :organization order by m.number nulls last")
                .bind("ids", ids.toArray(Long[]::new))
                .bind("organization", organizationId)
                .mapTo(String.class)
                .list());
    }
}
