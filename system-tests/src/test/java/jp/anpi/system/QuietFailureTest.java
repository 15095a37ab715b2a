package jp.anpi.system;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What fails is logged and kept without whose it was, and what they typed goes at last. */
class QuietFailureTest {

    private static final String TYPED = "おなかが痛いです";

    @Test
    void neither_a_log_nor_the_years_keep_what_a_failing_event_held() throws SQLException {
        try (Town town = Town.with(Map.of())) {
            Person unworked = town.person();
            Person unstored = town.person();
            refuse(town, "conversation", "line_user_id", unworked.phone().userId());
            refuse(town, "webhook_event", "line_user_id", unstored.phone().userId());

            unworked.phone().type(TYPED);
            unstored.phone().type(TYPED);
            town.advanceHours(48);

            assertThat(town.records().column("select state from webhook_event")).containsExactly("SET_ASIDE");
            assertThat(log(town))
                    .contains("could not be stored", "PSQLException 23514")
                    .doesNotContain(TYPED)
                    .doesNotContain(unworked.phone().userId())
                    .doesNotContain(unstored.phone().userId());

            town.advance(Duration.ofDays(32));
            assertThat(town.records().count("select count(*) from webhook_event"))
                    .isOne();
            town.advance(Duration.ofDays(3));
            assertThat(town.records().count("select count(*) from webhook_event"))
                    .isZero();
        }
    }

    private static void refuse(Town town, String table, String column, String value) throws SQLException {
        Records records = town.records();
        try (Connection connection = DriverManager.getConnection(records.url(), records.user(), records.password());
                Statement statement = connection.createStatement()) {
            statement.execute("alter table %s add constraint %s_refuses check (%s <> '%s')"
                    .formatted(table, table, column, value));
        }
    }

    private static String log(Town town) {
        try (Stream<Path> files = Files.walk(town.directory().resolve("logs"))) {
            return files.filter(Files::isRegularFile)
                    .map(QuietFailureTest::text)
                    .collect(joining());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
