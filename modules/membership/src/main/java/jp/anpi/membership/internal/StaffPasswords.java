package jp.anpi.membership.internal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import jp.anpi.foundation.SecretToken;
import jp.anpi.foundation.Settings;
import jp.anpi.membership.StaffAccounts;
import jp.anpi.membership.StaffAccounts.PasswordOutcome;

/** Passwords of staff: how they are hashed, made up, and what a new one must be. */
@ApplicationScoped
public class StaffPasswords {

    /** Nobody should have to guess whether it is a zero or an O. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUP = 4;

    /** What OWASP asks for this algorithm. */
    private static final int ROUNDS = 210_000;

    /** The profile {@code dev} opens doors that no password guards; there a start or a sign-in need not cost seconds. */
    private static final int ROUNDS_WHERE_NOTHING_IS_SECRET = 5_000;

    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;

    @Inject
    Pbkdf2PasswordHash hash;

    @Inject
    Settings settings;

    /** Compared where there is no user, so that the answer takes as long: a hash of nothing that anybody knows. */
    private String nobodys;

    @PostConstruct
    void initialize() {
        int rounds = settings.profile() == Settings.Profile.DEV ? ROUNDS_WHERE_NOTHING_IS_SECRET : ROUNDS;
        hash.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm",
                ALGORITHM,
                "Pbkdf2PasswordHash.Iterations",
                Integer.toString(rounds),
                "Pbkdf2PasswordHash.SaltSizeBytes",
                Integer.toString(SALT_BYTES),
                "Pbkdf2PasswordHash.KeySizeBytes",
                Integer.toString(KEY_BYTES)));
        nobodys = String.join(":", ALGORITHM, Integer.toString(rounds), random(SALT_BYTES), random(KEY_BYTES));
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    String hashed(String password) {
        return hash.generate(password.toCharArray());
    }

    /** @param kept empty where there is no such user: then it is wrong, after as long */
    boolean matches(String password, Optional<String> kept) {
        boolean same = hash.verify(password.toCharArray(), kept.orElse(nobodys));
        return same && kept.isPresent();
    }

    /** Four groups of four letters: 79 bits, and it can be read out on the telephone. */
    static String madeUp() {
        return String.join(
                "-",
                SecretToken.next(LETTERS, GROUP),
                SecretToken.next(LETTERS, GROUP),
                SecretToken.next(LETTERS, GROUP),
                SecretToken.next(LETTERS, GROUP));
    }

    /** Empty where it will do. */
    static Optional<PasswordOutcome> objection(String password, String userName) {
        int length = password.codePointCount(0, password.length());
        if (length < StaffAccounts.SHORTEST_PASSWORD) {
            return Optional.of(PasswordOutcome.TOO_SHORT);
        }
        if (length > StaffAccounts.LONGEST_PASSWORD) {
            return Optional.of(PasswordOutcome.TOO_LONG);
        }
        boolean simple = password.codePoints().distinct().count() < 5
                || StaffName.folded(password).contains(userName);
        return simple ? Optional.of(PasswordOutcome.TOO_SIMPLE) : Optional.empty();
    }
}
