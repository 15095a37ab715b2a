package jp.anpi.foundation.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import jp.anpi.foundation.AuditChain;
import jp.anpi.foundation.AuditLog;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The log as a chain of digests, one chain for each organization; who appends holds the chain until the commit. */
@Stateless
public class AuditLogBean implements AuditLog {

    private static final String COLUMNS = "id, organization_id, at, staff_id, staff_name, action, about, note, address";
    private static final byte[] BEGINNING = new byte[0];

    private record Link(Numbered numbered, byte[] digest) {}

    @Inject
    Jdbi jdbi;

    @Override
    public void append(Entry entry) {
        jdbi.useHandle(handle -> {
            byte[] previous = lastDigest(handle, entry.organizationId());
            handle.createUpdate(
                            "insert into audit_entry (organization_id, at, staff_id, staff_name, action, about, note,"
                                    + " address, digest) values (:organization, :at, :staff, :name, :action, :about, :note,"
                                    + " :address, :digest)")
                    .bind("organization", entry.organizationId())
                    // The database would round what is finer, and the digest would not fit any more.
                    .bind("at", entry.at().truncatedTo(ChronoUnit.MILLIS))
                    .bind("staff", entry.staffId().orElse(null))
                    .bind("name", entry.staffName())
                    .bind("action", entry.action())
                    .bind("about", entry.about().orElse(null))
                    .bind("note", entry.note().orElse(null))
                    .bind("address", entry.address())
                    .bind("digest", AuditChain.digest(previous, entry))
                    .execute();
        });
    }

    @Override
    public List<Numbered> page(int organizationId, OptionalLong before, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + " from audit_entry"
                        + " where organization_id = :organization and id < :before order by id desc limit :most")
                .bind("organization", organizationId)
                .bind("before", before.orElse(Long.MAX_VALUE))
                .bind("most", most)
                .map((row, context) -> numbered(row))
                .list());
    }

    @Override
    public OptionalLong firstBroken(int organizationId) {
        return jdbi.withHandle(handle -> {
            try (Stream<Link> links = handle
                    .createQuery("select " + COLUMNS + ", digest from audit_entry"
                            + " where organization_id = :organization order by id")
                    .bind("organization", organizationId)
                    .setFetchSize(1000)
                    .map((row, context) -> new Link(numbered(row), row.getBytes("digest")))
                    .stream()) {
                return firstBroken(links.iterator());
            }
        });
    }

    private static OptionalLong firstBroken(Iterator<Link> links) {
        AuditChain chain = new AuditChain();
        while (links.hasNext()) {
            Link link = links.next();
            if (!chain.follows(link.numbered().entry(), link.digest())) {
                return OptionalLong.of(link.numbered().id());
            }
        }
        return OptionalLong.empty();
    }

    /** Of two who append at the same time the second waits for the first to commit. */
    private static byte[] lastDigest(Handle handle, int organizationId) {
        handle.createQuery("select pg_advisory_xact_lock(hashtext('audit_entry'), :organization)")
                .bind("organization", organizationId)
                .mapToMap()
                .list();
        return handle.createQuery("select digest from audit_entry where organization_id = :organization"
                        + " order by id desc limit 1")
                .bind("organization", organizationId)
                .mapTo(byte[].class)
                .findOne()
                .orElse(BEGINNING);
    }

    private static Numbered numbered(ResultSet row) throws SQLException {
        return new Numbered(
                row.getLong("id"),
                new Entry(
                        row.getInt("organization_id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("staff_id", Integer.class)),
                        row.getString("staff_name"),
                        row.getString("action"),
                        Optional.ofNullable(row.getString("about")),
                        Optional.ofNullable(row.getString("note")),
                        row.getString("address")));
    }
}
