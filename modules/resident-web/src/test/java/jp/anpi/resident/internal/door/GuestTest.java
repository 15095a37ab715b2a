package jp.anpi.resident.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Optional;
import jp.anpi.membership.PageLinks.Purpose;
import jp.anpi.membership.PageLinks.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuestTest {

    private static final Visit VISIT = new Visit(1, 7, Purpose.INVITATION, Optional.of(3L));

    @Test
    void keeps_a_code_that_looks_like_one() {
        assertThat(Guest.of(VISIT, "ABCD-EFGH-JKMN").code()).isEqualTo("ABCD-EFGH-JKMN");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "abcd-efgh-jkmn", "ABCD-EFGH-JKMN-PQRS", "ABCD-EFGH-<b>x", "ABCD-EFGH-JKMN\n"})
    void drops_anything_else_that_the_address_held(String code) {
        assertThat(Guest.of(VISIT, code).code()).isNull();
    }

    @Test
    void prints_without_the_code() {
        assertThat(Guest.of(VISIT, "ABCD-EFGH-JKMN").toString()).doesNotContain("ABCD");
    }

    @Test
    void survives_the_move_of_a_session_to_another_node() throws Exception {
        Guest guest = Guest.of(VISIT, "ABCD-EFGH-JKMN");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(guest);

        assertThat(new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject())
                .isEqualTo(guest);
    }
}
