package jp.anpi.membership.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Counts wrong codes by LINE account, so that nobody finds a code by trying: five within an hour lock the account out
 * for 24 hours.
 *
 * <p>An account that fails need not be a member; what is kept of it goes away with the first failure of anybody after it
 * has lost its meaning.
 */
@Dependent
public class InvitationGuesses {

    private static final int ALLOWED = 5;
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Duration LOCK = Duration.ofHours(24);

    @Inject
    Jdbi jdbi;

    Optional<Instant> lockedUntil(int organizationId, String lineUserId, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select locked_until from invitation_guess
                        where organization_id = :organization and line_user_id = :account and locked_until > :now
                        """)
                .bind("organization", organizationId)
                .bind("account", lineUserId)
                .bind("now", now)
                .mapTo(Instant.class)
                .findOne());
    }

    /** Counts one more; the end of the lock when it was one too many. */
    Optional<Instant> failed(int organizationId, String lineUserId, Instant now) {
        return jdbi.withHandle(handle -> {
            forgetOld(handle, organizationId, now);
            return count(handle, organizationId, lineUserId, now) < ALLOWED
                    ? Optional.empty()
                    : Optional.of(lock(handle, organizationId, lineUserId, now.plus(LOCK)));
        });
    }

    void succeeded(int organizationId, String lineUserId) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        delete from invitation_guess
                        where organization_id = :organization and line_user_id = :account
                        """)
                .bind("organization", organizationId)
                .bind("account", lineUserId)
                .execute());
    }

    private static int count(Handle handle, int organizationId, String lineUserId, Instant now) {
        return handle.createQuery("""
                        insert into invitation_guess as g (organization_id, line_user_id, failed_at, forget_at)
                        values (:organization, :account, array[cast(:now as timestamptz)], :forget)
                        on conflict (organization_id, line_user_id) do update
                        set failed_at = array(select f from unnest(g.failed_at) f where f > :since) || excluded.failed_at,
                            forget_at = excluded.forget_at
                        returning cardinality(failed_at)
                        """)
                .bind("organization", organizationId)
                .bind("account", lineUserId)
                .bind("now", now)
                .bind("since", now.minus(WINDOW))
                .bind("forget", now.plus(WINDOW))
                .mapTo(Integer.class)
                .one();
    }

    private static Instant lock(Handle handle, int organizationId, String lineUserId, Instant until) {
        handle.createUpdate("""
                        update invitation_guess set locked_until = :until, forget_at = :until
                        where organization_id = :organization and line_user_id = :account
                        """)
                .bind("organization", organizationId)
                .bind("account", lineUserId)
                .bind("until", until)
                .execute();
        return until;
    }

    private static void forgetOld(Handle handle, int organizationId, Instant now) {
        handle.createUpdate("""
                        delete from invitation_guess where (organization_id, line_user_id) in (
                            select organization_id, line_user_id from invitation_guess
                            where organization_id = :organization and forget_at <= :now
                            for update skip locked)
                        """)
                .bind("organization", organizationId)
                .bind("now", now)
                .execute();
    }
}
