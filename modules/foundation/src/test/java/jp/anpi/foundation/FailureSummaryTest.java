package jp.anpi.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FailureSummaryTest {

    @Test
    void tells_the_kinds_and_the_place_and_never_a_text() {
        Throwable failure = new IllegalStateException("はなこ", new SQLException("Detail: (はなこ) exists", "23505"));

        assertThat(FailureSummary.of(failure))
                .matches("IllegalStateException < SQLException 23505 at FailureSummaryTest\\.tells\\w+:\\d+");
    }

    @Test
    void a_failure_without_any_place_or_with_itself_as_its_cause_is_told_too() {
        Throwable bare = new OutOfMemoryError();
        bare.setStackTrace(new StackTraceElement[0]);
        Throwable one = new RuntimeException();
        one.initCause(new RuntimeException(one));

        assertThat(FailureSummary.of(bare)).isEqualTo("OutOfMemoryError");
        assertThat(FailureSummary.of(one)).startsWith("RuntimeException < RuntimeException");
    }
}
