package jp.anpi.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FailureSummaryTest {

    @Test
    void a_failure_is_named_by_its_innermost_kind_and_by_where_it_happened() {
        Throwable failure = new RuntimeException("outside", new IllegalStateException("inside"));

        assertThat(FailureSummary.of(failure)).matches("IllegalStateException at FailureSummaryTest\\.\\w+:\\d+");
    }

    @Test
    void a_failure_of_the_database_keeps_its_state_and_none_of_its_words() {
        Throwable failure = new RuntimeException("さくら", new SQLException("Key (line_user_id)=(Uhana)", "23505"));

        assertThat(FailureSummary.of(failure))
                .startsWith("SQLException 23505 at ")
                .doesNotContain("さくら", "Uhana");
    }
}
