package jp.anpi.membership.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.foundation.SecretToken;
import jp.anpi.membership.StaffSignIn;
import org.jdbi.v3.core.Jdbi;

/**
 * Counts attempts by user, before the password is looked at: of a hundred that come at the same moment, five are.
 *
 * <p>Five within a quarter of an hour lock the user out for a quarter of an hour; a success wipes the slate.
 */
@Dependent
public class SignInAttempts {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration LOCK = Duration.ofMinutes(15);

    @Inject
    Jdbi jdbi;

    Optional<Instant> lockedUntil(String user, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select locked_until from sign_in_attempt where user_digest = :user and locked_until > :now
                        """)
                .bind("user", digest(user))
                .bind("now", now)
                .mapTo(Instant.class)
                .findOne());
    }

    /** Counts one more; false where it may not be looked at. */
    boolean admit(String user, Instant now) {
        forgetOld(now);
        int attempts = jdbi.withHandle(handle -> handle.createQuery("""
                        insert into sign_in_attempt as a (user_digest, attempts, first_at, forget_at)
                        values (:user, 1, :now, :forget)
                        on conflict (user_digest) do update set
                            attempts = case when a.forget_at <= :now then 1 else a.attempts + 1 end,
                            first_at = case when a.forget_at <= :now then excluded.first_at else a.first_at end,
                            locked_until = case when a.forget_at <= :now then null else a.locked_until end,
                            forget_at = case when a.forget_at <= :now then excluded.forget_at else a.forget_at end
                        returning attempts
                        """)
                .bind("user", digest(user))
                .bind("now", now)
                .bind("forget", now.plus(WINDOW))
                .mapTo(Integer.class)
                .one());
        return attempts <= StaffSignIn.ALLOWED_ATTEMPTS;
    }

    /** The attempt was wrong: the last one that is allowed locks. */
    void failed(String user, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update sign_in_attempt set locked_until = :until, forget_at = :until
                        where user_digest = :user and attempts >= :allowed and locked_until is null
                        """)
                .bind("user", digest(user))
                .bind("allowed", StaffSignIn.ALLOWED_ATTEMPTS)
                .bind("until", now.plus(LOCK))
                .execute());
    }

    void forget(String user) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from sign_in_attempt where user_digest = :user")
                .bind("user", digest(user))
                .execute());
    }

    private void forgetOld(Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        delete from sign_in_attempt where user_digest in (
                            select user_digest from sign_in_attempt where forget_at <= :now
                            limit 1000 for update skip locked)
                        """).bind("now", now).execute());
    }

    /** What is typed there may be a password by mistake: it is not kept. */
    static byte[] digest(String user) {
        return SecretToken.digest(user);
    }
}
