package jp.anpi.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;

/**
 * A database that is brought forward migration by migration, with sample rows in every table. Each look at all of it uses
 * one connection: to open one costs more than to ask for a table.
 */
final class PopulatedDatabase {

    private static final String TABLES = """
            select c.relname from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
              and c.relname <> 'flyway_schema_history'
            order by c.relname
            """;

    private final DataSource dataSource;

    PopulatedDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Applies everything up to this migration. */
    void migrateTo(MigrationInfo migration) {
        new Schema(dataSource, migration.getVersion()).migrate();
    }

    /** Inserts the sample rows that lie beside the tests under the name of the migration. */
    void populate(MigrationInfo migration) throws SQLException, IOException {
        String script = migration.getScript();
        try (InputStream samples = getClass().getResourceAsStream("/db/samples/" + script)) {
            if (samples != null) {
                execute(new String(samples.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    List<String> emptyTables() throws SQLException {
        List<String> empty = new ArrayList<>();
        for (Map.Entry<String, List<String>> table : rows().entrySet()) {
            if (table.getValue().isEmpty()) {
                empty.add(table.getKey());
            }
        }
        return empty;
    }

    /** Every row of every table as JSON. */
    Map<String, List<String>> rows() throws SQLException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        try (Connection connection = dataSource.getConnection()) {
            for (String table : strings(connection, TABLES)) {
                rows.put(table, strings(connection, "select to_jsonb(t) from " + table + " t"));
            }
        }
        return rows;
    }

    /** Those of the given rows that are not there any more, with the same values in the columns they had. */
    Map<String, List<String>> missing(Map<String, List<String>> before) throws SQLException {
        Map<String, List<String>> missing = new LinkedHashMap<>();
        try (Connection connection = dataSource.getConnection()) {
            for (Map.Entry<String, List<String>> table : before.entrySet()) {
                List<String> lost = new ArrayList<>();
                for (String row : table.getValue()) {
                    if (!holds(connection, table.getKey(), row)) {
                        lost.add(row);
                    }
                }
                missing.put(table.getKey(), lost);
            }
        }
        return missing.entrySet().stream()
                .filter(table -> !table.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean holds(Connection connection, String table, String row) throws SQLException {
        String sql = "select count(*) from " + table + " t where to_jsonb(t) @> ?::jsonb";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, row);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1) > 0;
            }
        }
    }

    List<String> strings(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return strings(connection, sql);
        }
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                found.add(result.getString(1));
            }
        }
        return found;
    }
}
