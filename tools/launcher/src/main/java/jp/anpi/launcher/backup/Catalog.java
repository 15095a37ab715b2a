package jp.anpi.launcher.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What PostgreSQL says about the tables of a database. */
final class Catalog {

    /** Partitions are reached through their parents, and the list of migrations is made by migrating. */
    private static final String TABLES = "select c.oid, c.relname from pg_class c"
            + " where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')"
            + " and not c.relispartition and c.relname <> 'flyway_schema_history'";

    private final Connection connection;

    Catalog(Connection connection) {
        this.connection = connection;
    }

    /** Each after those that its rows point to. */
    List<String> tables() throws SQLException {
        return strings("with recursive own as (" + TABLES + "), depth (oid, deep) as ("
                + " select oid, 0 from own union"
                + " select f.conrelid, d.deep + 1 from depth d join pg_constraint f on f.confrelid = d.oid"
                + " and f.contype = 'f' and f.conrelid <> f.confrelid and f.conparentid = 0 where d.deep < 100)"
                + " select o.relname from own o join depth d on d.oid = o.oid"
                + " group by o.relname order by max(d.deep), o.relname");
    }

    /** Those that hold values of their own, in their order. */
    List<String> columns(String table) throws SQLException {
        return strings("select attname from pg_attribute where attrelid = '" + table + "'::regclass and attnum > 0"
                + " and not attisdropped and attgenerated = '' order by attnum");
    }

    Map<String, Manifest.Partition> partitions() throws SQLException {
        Map<String, Manifest.Partition> partitions = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select c.relname, p.relname as parent,"
                        + " pg_get_expr(c.relpartbound, c.oid) as bounds from pg_class c"
                        + " join pg_inherits i on i.inhrelid = c.oid join pg_class p on p.oid = i.inhparent"
                        + " where c.relnamespace = current_schema()::regnamespace and c.relispartition"
                        + " and c.relkind = 'r' order by c.relname")) {
            while (row.next()) {
                partitions.put(
                        row.getString("relname"),
                        new Manifest.Partition(row.getString("parent"), row.getString("bounds")));
            }
        }
        return partitions;
    }

    /** The value that each sequence gives next. */
    Map<String, Long> sequences() throws SQLException {
        Map<String, Long> next = new LinkedHashMap<>();
        for (String sequence : strings("select relname from pg_class"
                + " where relnamespace = current_schema()::regnamespace and relkind = 'S' order by relname")) {
            String value = strings("select case when is_called then last_value + 1 else last_value end from \""
                            + sequence + "\"")
                    .get(0);
            next.put(sequence, Long.valueOf(value));
        }
        return next;
    }

    /** Version of the newest migration; empty where none was ever applied. */
    List<String> schema() throws SQLException {
        boolean migrated = !strings("select 'yes' where to_regclass('flyway_schema_history') is not null")
                .isEmpty();
        return migrated
                ? strings("select version from flyway_schema_history where success and version is not null"
                        + " order by installed_rank desc limit 1")
                : List.of();
    }

    List<String> strings(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}
