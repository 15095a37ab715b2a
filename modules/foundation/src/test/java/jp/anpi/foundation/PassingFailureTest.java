package jp.anpi.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassingFailureTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40P01", "53100", "53300", "55P03", "57P01", "57P03", "58030", "25P03"})
    void e20_what_the_database_suffers_from_is_no_fault_of_the_row(String state) {
        assertThat(PassingFailure.is(new IllegalStateException(new SQLException("x", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22001", "42P01", "57014", "P0001"})
    void e20_what_is_wrong_with_a_row_does_not_pass(String state) {
        assertThat(PassingFailure.is(new IllegalStateException(new SQLException("x", state))))
                .isFalse();
    }

    @Test
    void e20_a_connection_that_was_not_to_be_had_or_was_lost_at_the_end_passes() {
        assertThat(PassingFailure.is(new IllegalStateException(new ConnectionException(new SQLException("none")))))
                .isTrue();
        assertThat(PassingFailure.is(new IllegalStateException(new XAException(XAException.XAER_RMFAIL))))
                .isTrue();
        assertThat(PassingFailure.is(new IllegalStateException("a row"))).isFalse();
    }
}
