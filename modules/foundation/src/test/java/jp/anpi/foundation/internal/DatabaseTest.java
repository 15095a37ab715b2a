package jp.anpi.foundation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    @Test
    void a_failing_statement_does_not_tell_what_was_bound_to_it() {
        Jdbi jdbi = Database.configured(Jdbi.create(DatabaseTest::failing));

        Throwable failure = catchThrowable(() -> jdbi.useHandle(handle -> handle.createUpdate("update x set y = :typed")
                .bind("typed", "おなかが痛いです")
                .execute()));

        assertThat(failure).isNotNull();
        assertThat(failure.toString()).doesNotContain("おなかが痛いです");
    }

    private static Connection failing() {
        return answering(Connection.class, answering(PreparedStatement.class, null));
    }

    /** Hands out the statement, and fails when that is executed. */
    private static <T> T answering(Class<T> type, PreparedStatement statement) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    if (method.getName().startsWith("execute")) {
                        throw new SQLException("refused", "23514");
                    }
                    if (method.getReturnType() == PreparedStatement.class) {
                        return statement;
                    }
                    return method.getReturnType() == boolean.class ? Boolean.TRUE : null;
                }));
    }
}
