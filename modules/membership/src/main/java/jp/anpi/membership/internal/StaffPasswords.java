package jp.anpi.membership.internal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.Optional;
import jp.anpi.foundation.SecretToken;
import jp.anpi.membership.StaffAccounts;
import jp.anpi.membership.StaffAccounts.PasswordOutcome;

/** Passwords of staff: how they are hashed, made up, and what a new one must be. */
@ApplicationScoped
public class StaffPasswords {

    /** Nobody should have to guess whether it is a zero or an O. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUP = 4;

    @Inject
    Pbkdf2PasswordHash hash;

    /** Compared where there is no user, so that the answer takes as long. */
    private String nobodys;

    @PostConstruct
    void initialize() {
        hash.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm",
                "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations",
                "210000",
                "Pbkdf2PasswordHash.SaltSizeBytes",
                "16",
                "Pbkdf2PasswordHash.KeySizeBytes",
                "32"));
        nobodys = hashed(SecretToken.next());
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
