package jp.anpi.messaging.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.foundation.DueWork;
import jp.anpi.messaging.MessageChannel;
import jp.anpi.messaging.QuotaReading;
import org.jdbi.v3.core.Jdbi;

/** Reads the month's messages of each organization at least hourly (E-9). */
@ApplicationScoped
public class QuotaWatch implements DueWork {

    private static final Duration INTERVAL = Duration.ofHours(1);

    @Inject
    private Jdbi jdbi;

    @Inject
    private MessageChannel channel;

    @Override
    public String name() {
        return "quota";
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public Optional<Instant> earliestDue() {
        return jdbi.withHandle(handle -> handle.createQuery("select min(next_read_at) from message_quota")
                .mapTo(Instant.class)
                .findOne());
    }

    @Override
    public boolean runSlice(Instant now) {
        // The next reading is set first: two nodes never read at once, and a silent channel is not asked in a loop.
        List<Integer> due = jdbi.withHandle(handle -> handle.createQuery("""
                        insert into message_quota as known (organization_id, next_read_at)
                        select o.id, :next from organization o left join message_quota q on q.organization_id = o.id
                        where coalesce(q.next_read_at <= :now, true)
                        on conflict (organization_id) do update set next_read_at = excluded.next_read_at
                            where known.next_read_at <= :now
                        returning organization_id""")
                .bind("next", now.plus(INTERVAL))
                .bind("now", now)
                .mapTo(Integer.class)
                .list());
        due.forEach(
                organization -> channel.readQuota(organization).ifPresent(reading -> keep(organization, reading, now)));
        // All that was due is done, and nothing of it makes other work due.
        return false;
    }

    private void keep(int organization, QuotaReading reading, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update message_quota set monthly_limit = :limit, used = :used,"
                        + " read_at = :now where organization_id = :organization")
                .bind(
                        "limit",
                        reading.limit().isPresent() ? (Long) reading.limit().getAsLong() : null)
                .bind("used", reading.used())
                .bind("now", now)
                .bind("organization", organization)
                .execute());
    }
}
