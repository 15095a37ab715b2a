package jp.anpi.announcements.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import jp.anpi.announcements.Announcement;
import jp.anpi.announcements.AnnouncementDraft;
import jp.anpi.announcements.Announcements;
import jp.anpi.announcements.Audience;
import jp.anpi.announcements.Decision;
import jp.anpi.announcements.MessageKinds;
import jp.anpi.database.Schema;
import jp.anpi.database.testing.TestDatabase;
import jp.anpi.foundation.AuditLog;
import jp.anpi.foundation.ManualClock;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRole;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.Priority;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** An organization of its own in a real database, with members, and the real beans over it. */
final class Place {

    static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");
    private static final int OFFICER = 11;
    private static final int CHIEF = 12;

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final DataSource DATABASE = migrated();

    final int id;
    final StaffCaller officer;
    final StaffCaller chief;
    final List<AuditLog.Entry> log = new ArrayList<>();
    private int members;

    /** What tests before left due is due no more: a slice takes whatever is due longest, of whichever organization. */
    Place() {
        sql("update announcement set next_slice_at = null");
        String key = "place-" + COUNT.incrementAndGet();
        id = in(beans -> beans.get(Jdbi.class)
                .withHandle(handle -> handle.createUpdate("insert into organization (key, name, preset, created_at)"
                                + " values (:key, 'みどり市', 'CONNECT_HEART', '2026-11-01 00:00+09')")
                        .bind("key", key)
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Integer.class)
                        .one()));
        officer = caller(OFFICER);
        chief = caller(CHIEF);
    }

    private StaffCaller caller(int staff) {
        return new StaffCaller(staff, id, "staff-" + staff, "職員" + staff, StaffRole.OFFICER, "192.0.2.1");
    }

    private static DataSource migrated() {
        DataSource source = TestDatabase.empty();
        new Schema(source).migrate();
        return source;
    }

    /** One transaction with fresh beans. */
    <R> R in(Function<Wiring, R> work) {
        try (Connection connection = DATABASE.getConnection()) {
            connection.setAutoCommit(false);
            R result = work.apply(beans(connection));
            connection.commit();
            return result;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void use(Consumer<Wiring> work) {
        in(beans -> {
            work.accept(beans);
            return null;
        });
    }

    private Wiring beans(Connection connection) {
        Clock clock = new ManualClock(NOON);
        return new Wiring(jdbi(connection), clock, new Listed())
                .add("jp.anpi.messaging.internal.OutboxTable")
                .add("jp.anpi.messaging.internal.OutboxBean")
                .add("jp.anpi.messaging.internal.QuotaTable")
                .add("jp.anpi.messaging.internal.HeldTable")
                .add("jp.anpi.messaging.internal.QuotasBean")
                .add(AudienceTable.class)
                .add(AnnouncementTable.class)
                .add(SendingTable.class)
                .add(Ending.class)
                .add(AnnouncementsBean.class)
                .add(AnnouncementSlice.class)
                .add(MessageTemplatesBean.class);
    }

    private static Jdbi jdbi(Connection connection) {
        return Jdbi.create(new ConnectionFactory() {
                    @Override
                    public Connection openConnection() {
                        return connection;
                    }

                    @Override
                    public void closeConnection(Connection used) {
                        // The transaction closes it.
                    }
                })
                .registerArgument(new TimestampWithZone())
                .registerArrayType(Long.class, "bigint")
                .registerArrayType(Integer.class, "integer")
                .registerArrayType(String.class, "text")
                .registerArrayType(Boolean.class, "boolean")
                .registerArrayType(UUID.class, "uuid")
                .registerArrayType(Instant.class, "timestamptz", Instant::toString);
    }

    /** So many members more; the ids of the new ones. */
    List<Long> members(int count) {
        return in(beans -> beans.get(Jdbi.class).withHandle(handle -> handle
                .createQuery("""
                        insert into member (organization_id, number, line_user_id, participant_since, registered_at)
                        select :organization, 'N' || n, 'U' || :organization || '-' || n, :now, :now
                        from generate_series(cast(:from as integer) + 1, cast(:from as integer) + :count) n
                        returning id""")
                .bind("organization", id)
                .bind("now", NOON)
                .bind("from", members)
                .bind("count", count)
                .mapTo(Long.class)
                .list()
                .stream()
                .peek(added -> members++)
                .toList()));
    }

    /** A team of this organization with nobody in it. */
    long team() {
        sql(
                "insert into team (organization_id, kind, name, created_at) values (?, 'AREA', '北地区', '2026-11-01 00:00+09')",
                id);
        return count("select max(id) from team where organization_id = ?", id);
    }

    void sql(String statement, Object... parameters) {
        use(beans -> beans.get(Jdbi.class).useHandle(handle -> handle.execute(statement, parameters)));
    }

    long count(String query, Object... parameters) {
        return in(beans -> beans.get(Jdbi.class)
                .withHandle(handle ->
                        handle.select(query, parameters).mapTo(Long.class).one()));
    }

    <R> R announcements(Function<Announcements, R> work) {
        return in(beans -> work.apply(beans.get(Announcements.class)));
    }

    Decision decide(Function<Announcements, Decision> work) {
        return announcements(work);
    }

    Optional<Announcement> find(long announcement) {
        return announcements(all -> all.look(officer, announcement));
    }

    Announcement look(long announcement) {
        return find(announcement).orElseThrow();
    }

    /** Written by the officer, approved by the chief. */
    long approved(AnnouncementDraft draft) {
        return announcements(all -> {
            long written = all.write(officer, draft, NOON);
            all.submit(officer, written, 0, NOON);
            all.approve(chief, written, 1, NOON);
            return written;
        });
    }

    boolean slice(Instant now) {
        return in(beans -> beans.get(AnnouncementSlice.class).run(now));
    }

    /** Everybody's copies in the outbox, each once for each time it is there. */
    List<Long> addressed() {
        return in(beans -> beans.get(Jdbi.class).withHandle(handle -> handle.createQuery(
                        "select unnest(recipient_ids) from outbox_message where organization_id = :organization")
                .bind("organization", id)
                .mapTo(Long.class)
                .list()));
    }

    static AnnouncementDraft draft(Audience audience) {
        return new AnnouncementDraft(
                "防災訓練", "日曜の10時です。", Optional.empty(), audience, false, Optional.empty(), Optional.empty());
    }

    static OutboxMessage copy(Place place, long announcement, Long... recipients) {
        return OutboxMessage.notice(
                place.id,
                Priority.ANNOUNCEMENT,
                MessageKinds.ANNOUNCEMENT,
                Map.of("announcement", Long.toString(announcement)),
                List.of(recipients),
                NOON);
    }

    /** The log of the foundation is tried beside its own table; here it is enough to see what is written. */
    private final class Listed implements AuditLog {

        @Override
        public void append(Entry entry) {
            log.add(entry);
        }

        @Override
        public List<Numbered> page(int organizationId, OptionalLong before, int most) {
            return List.of();
        }

        @Override
        public OptionalLong firstBroken(int organizationId) {
            return OptionalLong.empty();
        }
    }

    /** Binds instants as the product does. */
    private static final class TimestampWithZone extends AbstractArgumentFactory<Instant> {

        TimestampWithZone() {
            super(Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, value.atOffset(ZoneOffset.UTC));
        }
    }
}
