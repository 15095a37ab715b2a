package jp.anpi.messaging.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.anpi.messaging.ChannelContact.Doubt;
import jp.anpi.messaging.ChannelContact.Way;
import org.jdbi.v3.core.Jdbi;

/** The SQL of the contact: one row for each organization and way. Every method joins the caller's transaction. */
@ApplicationScoped
public class ContactTable {

    static final Duration FIRST_QUESTION = Duration.ofSeconds(15);

    /** Where no proof was ever seen, it may not have worked for so long. */
    private static final Duration UNKNOWN = Duration.ofDays(1);

    private static final String ONE = " where organization_id = :organization and way = :way";

    @Inject
    Jdbi jdbi;

    /** It worked: the doubt, if there is one, is restored. */
    void worked(int organizationId, Way way, Instant first, Instant last) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into channel_contact as known (organization_id, way, proven_at)
                        values (:organization, :way, :last)
                        on conflict (organization_id, way) do update set
                            proven_at = greatest(known.proven_at, excluded.proven_at),
                            restored_at = case when known.restored_at is null and :first >= known.failed_last_at
                                then :first else known.restored_at end""")
                .bind("organization", organizationId)
                .bind("way", way.name())
                .bind("first", first)
                .bind("last", last)
                .execute());
    }

    /** It failed: a doubt begins or goes on, unless it is known to have worked later. */
    void failed(int organizationId, Way way, ContactNote.Failure failure) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into channel_contact as known (organization_id, way, failed_since, failed_last_at,
                            outage_at, next_question_at)
                        values (:organization, :way,
                            case when :sinceProof then cast(:first as timestamptz) - cast(:unknown as interval)
                                else :first end,
                            :last, :outageAt, :next)
                        on conflict (organization_id, way) do update set
                            failed_since = coalesce(known.failed_since,
                                case when :sinceProof then known.proven_at end, excluded.failed_since),
                            failed_last_at = greatest(known.failed_last_at, excluded.failed_last_at),
                            outage_at = least(known.outage_at, excluded.outage_at),
                            restored_at = null,
                            next_question_at = coalesce(known.next_question_at, excluded.next_question_at)
                        where known.proven_at is null or known.proven_at <= excluded.failed_last_at""")
                .bind("organization", organizationId)
                .bind("way", way.name())
                .bind("first", failure.first())
                .bind("last", failure.last())
                .bind("outageAt", failure.outageAt())
                .bind("sinceProof", failure.sinceLastProof())
                .bind("unknown", UNKNOWN.toString())
                .bind("next", failure.first().plus(FIRST_QUESTION))
                .execute());
    }

    List<Doubt> doubts() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select organization_id, way, failed_since, outage_at, restored_at, questions, next_question_at"
                                + " from channel_contact where failed_since is not null order by failed_since")
                .map((row, context) -> doubt(row))
                .list());
    }

    Optional<Instant> nextQuestion() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select min(next_question_at) from channel_contact where failed_since is not null")
                .mapTo(Instant.class)
                .findOne());
    }

    Set<Integer> proven(Way way, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("select organization_id from channel_contact"
                        + " where way = :way and proven_at >= :since and failed_since is null")
                .bind("way", way.name())
                .bind("since", since)
                .mapTo(Integer.class)
                .set());
    }

    Set<Integer> unlookedAt(Way way, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("select organization_id from channel_contact"
                        + " where way = :way and failed_since is null"
                        + " and coalesce(greatest(asked_at, proven_at), '-infinity') <= :since")
                .bind("way", way.name())
                .bind("since", since)
                .mapTo(Integer.class)
                .set());
    }

    boolean mayAsk(int organizationId, Way way, Instant now, Instant notSince) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                insert into channel_contact as known (organization_id, way, asked_at)
                                values (:organization, :way, :now)
                                on conflict (organization_id, way) do update set asked_at = excluded.asked_at
                                where known.asked_at is null or known.asked_at <= :notSince""")
                        .bind("organization", organizationId)
                        .bind("way", way.name())
                        .bind("now", now)
                        .bind("notSince", notSince)
                        .execute())
                == 1;
    }

    boolean mayAskAgain(Doubt doubt, Instant now, Instant next) {
        return jdbi.withHandle(handle -> handle.createUpdate("update channel_contact set asked_at = :now,"
                                + " questions = questions + 1, next_question_at = :next" + ONE
                                + " and failed_since is not null and next_question_at <= :now")
                        .bind("organization", doubt.organizationId())
                        .bind("way", doubt.way().name())
                        .bind("now", now)
                        .bind("next", next)
                        .execute())
                == 1;
    }

    boolean stands(Doubt doubt) {
        return jdbi.withHandle(handle -> handle.createQuery("select 1 from channel_contact" + ONE
                                + " and failed_since is not null and restored_at is null for update")
                        .bind("organization", doubt.organizationId())
                        .bind("way", doubt.way().name())
                        .mapTo(Integer.class)
                        .findOne())
                .isPresent();
    }

    boolean settle(Doubt doubt) {
        return jdbi.withHandle(handle -> handle.createUpdate("update channel_contact set failed_since = null,"
                                + " failed_last_at = null, outage_at = null, restored_at = null, questions = 0,"
                                + " next_question_at = null" + ONE + " and restored_at = :restored")
                        .bind("organization", doubt.organizationId())
                        .bind("way", doubt.way().name())
                        .bind("restored", doubt.restoredAt().orElseThrow())
                        .execute())
                == 1;
    }

    private static Doubt doubt(ResultSet row) throws SQLException {
        return new Doubt(
                row.getInt("organization_id"),
                Way.valueOf(row.getString("way")),
                instant(row, "failed_since"),
                instant(row, "outage_at"),
                Optional.ofNullable(instant(row, "restored_at")),
                row.getInt("questions"),
                instant(row, "next_question_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
