package jp.anpi.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.anpi.database.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What an update may be relied on for: it comes through on any database, and everything in it is still there. */
class MigrationsTest {

    private static final String NOBODY_TO_TELL =
            "select m.number from nobody_to_tell n join member m on m.id = n.member_id";

    @Test
    @DisplayName("E-17: an empty database gets all tables, and months to put check-ins into")
    void an_empty_database_is_migrated_and_takes_check_ins_of_four_months() throws Exception {
        DataSource dataSource = TestDatabase.empty();
        new Schema(dataSource).migrate();
        PopulatedDatabase database = new PopulatedDatabase(dataSource);

        database.execute("select ensure_month_partitions('2026-11-22'), ensure_month_partitions('2026-12-01')");

        assertThat(database.strings("select relname from pg_class where relispartition and relkind = 'r' order by 1"))
                .contains("check_in_2026_11", "check_in_2027_02", "answer_2027_03", "check_in_log_2027_03")
                .doesNotContain("check_in_2026_10", "check_in_2027_04");
    }

    /** One database that all of them pass through in their order, as that of a long-lived installation does. */
    @TestFactory
    @DisplayName("Each migration, applied to a populated database, loses no row")
    Stream<DynamicTest> a_migration_of_a_populated_database_loses_nothing() {
        DataSource dataSource = TestDatabase.empty();
        PopulatedDatabase database = new PopulatedDatabase(dataSource);
        return Arrays.stream(Flyway.configure()
                        .dataSource(dataSource)
                        .locations("classpath:db/migration")
                        .load()
                        .info()
                        .all())
                .map(next -> dynamicTest(next.getScript(), () -> losesNothing(database, next)));
    }

    private static void losesNothing(PopulatedDatabase database, MigrationInfo next) throws Exception {
        Map<String, List<String>> rows = database.rows();
        boolean notesAnew = next.getVersion().getVersion().equals("036");
        if (notesAnew) {
            assertThat(database.strings(NOBODY_TO_TELL)).contains("1001-2", "2001-1", "2002-2", "2003-3");
            rows.remove("nobody_to_tell");
        }

        database.migrateTo(next);

        if (notesAnew) {
            // Their watchers have blocked us and left an address: only who confirmed it, and lives, is told by it.
            assertThat(database.strings(NOBODY_TO_TELL))
                    .contains("2002-2", "2003-3")
                    .doesNotContain("1001-2", "2001-1");
        }
        assertThat(database.missing(rows)).isEmpty();
        database.populate(next);
        assertThat(database.emptyTables()).as("tables without a sample row").isEmpty();
    }

    @Test
    void two_nodes_may_start_on_an_empty_database_at_the_same_time() {
        DataSource dataSource = TestDatabase.empty();

        CompletableFuture<Void> one = CompletableFuture.runAsync(() -> new Schema(dataSource).migrate());
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> new Schema(dataSource).migrate());

        assertThatCode(() -> CompletableFuture.allOf(one, other).join()).doesNotThrowAnyException();
    }

    @Test
    void a_second_start_changes_nothing() throws Exception {
        DataSource dataSource = TestDatabase.empty();
        new Schema(dataSource).migrate();
        PopulatedDatabase database = new PopulatedDatabase(dataSource);
        List<String> applied = database.strings("select installed_rank from flyway_schema_history");

        new Schema(dataSource).migrate();

        assertThat(database.strings("select installed_rank from flyway_schema_history"))
                .isEqualTo(applied);
    }

    @Test
    void a_database_of_a_newer_product_is_refused_in_plain_words() throws Exception {
        DataSource dataSource = TestDatabase.empty();
        new Schema(dataSource).migrate();
        new PopulatedDatabase(dataSource).execute("""
                        insert into flyway_schema_history
                            (installed_rank, version, description, type, script, installed_by, execution_time, success)
                        values (900, '900', 'of the future', 'SQL', 'V900__of_the_future.sql', 'newer', 1, true)
                        """);

        assertThatThrownBy(() -> new Schema(dataSource).migrate())
                .isInstanceOf(NewerSchemaException.class)
                .hasMessageContaining("schema version 900")
                .hasMessageContaining("A newer product");
    }
}
