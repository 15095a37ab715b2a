package jp.anpi.membership.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.foundation.DailyPurge;
import jp.anpi.foundation.DueWork;
import org.jdbi.v3.core.Jdbi;

/** Removes invitations so long after their end that nobody asks any more why they do not open. */
@ApplicationScoped
public class ExpiredInvitations implements DueWork {

    private static final Duration KEPT = Duration.ofDays(35);

    private final DailyPurge purge = new DailyPurge();

    @Inject
    Jdbi jdbi;

    @Override
    public String name() {
        return "expired-invitations";
    }

    @Override
    public int order() {
        return 95;
    }

    /** Never urgent: it happens beside other work. */
    @Override
    public Optional<Instant> earliestDue() {
        return Optional.empty();
    }

    @Override
    public boolean runSlice(Instant now) {
        purge.run(now, most -> remove(now, most));
        return false;
    }

    private int remove(Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        delete from invitation where id in (
                            select id from invitation where expires_at < :limit
                            limit :most
                            for update skip locked)""")
                .bind("limit", now.minus(KEPT))
                .bind("most", most)
                .execute());
    }
}
