package jp.anpi.membership.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import jp.anpi.foundation.Settings.Profile;
import org.junit.jupiter.api.Test;

/** What a password of staff becomes before it is kept. */
class StaffPasswordsTest {

    @Test
    void for_real_use_a_guess_costs_210_000_rounds() {
        String kept = StaffBeans.passwords(Profile.PROD).hashed("correct horse battery");

        assertThat(kept).startsWith("PBKDF2WithHmacSHA512:210000:");
    }

    @Test
    void nobody_s_password_is_compared_with_a_hash_of_the_same_form_that_nothing_fits() {
        StaffPasswords passwords = StaffBeans.passwords(Profile.DEV);

        assertThat(passwords.matches("correct horse battery", Optional.empty())).isFalse();
        assertThat(passwords.matches("correct horse battery", Optional.of(passwords.hashed("correct horse battery"))))
                .isTrue();
    }
}
