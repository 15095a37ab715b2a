package jp.anpi.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import jp.anpi.database.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Least privileges: what {@code payara-config/database-roles.sql} gives the product to work with, and what not. */
class RolesTest {

    private static final Path SCRIPT = Path.of("../payara-config/database-roles.sql");
    private static final String DENIED = "(?s).*(permission denied|must be owner).*";

    private DataSource administrator;

    @BeforeEach
    void an_empty_database() {
        administrator = TestDatabase.empty();
    }

    @Test
    void the_working_role_reads_and_writes_every_table_and_has_its_months_made() throws Exception {
        runScript();
        new Schema(as("anpi_owner")).migrate();

        PopulatedDatabase working = new PopulatedDatabase(as("anpi"));

        working.execute("select ensure_month_partitions('2026-11-22'), nextval('check_in_sequence')");
        assertThat(tables(working)).hasSizeGreaterThan(20).contains("check_in_2027_02", "member", "watch_link");
        for (String table : tables(working)) {
            assertThatCode(() -> working.execute("select * from " + table + " for no key update"))
                    .as(table)
                    .satisfiesAnyOf(outcome -> assertThat(outcome).isNull(), outcome -> assertThat(outcome)
                            .hasMessageContaining("FOR NO KEY UPDATE is not allowed"));
        }
        for (String privilege : List.of("select", "insert", "update", "delete")) {
            assertThat(working.strings("select relname from pg_class where relnamespace = 'public'::regnamespace"
                            + " and relkind in ('r', 'p') and not has_table_privilege(oid, '" + privilege + "')"))
                    .as("tables without " + privilege)
                    .isEmpty();
        }
    }

    @Test
    void it_can_neither_make_nor_change_nor_empty_nor_drop_anything() throws Exception {
        runScript();
        new Schema(as("anpi_owner")).migrate();

        PopulatedDatabase working = new PopulatedDatabase(as("anpi"));

        for (String forbidden : List.of(
                "drop table member",
                "drop schema public cascade",
                "truncate member cascade",
                "alter table member add column x text",
                "alter table member disable trigger all",
                "create table x (y int)",
                "create schema x",
                "create temporary table check_in (x int)",
                "create function x() returns int language sql as 'select 1'",
                "create or replace function ensure_month_partitions(from_month date) returns void language sql as ''",
                "drop function ensure_month_partitions",
                "create role x",
                "set role anpi_owner",
                "copy member to program 'cat'",
                "select pg_read_file('postgresql.conf')")) {
            assertThatThrownBy(() -> working.execute(forbidden)).as(forbidden).hasMessageMatching(DENIED);
        }
    }

    @Test
    void a_database_that_one_role_made_is_taken_over_and_migrated_on() throws Exception {
        new Schema(administrator).migrate();
        runScript();
        runScript();

        PopulatedDatabase owner = new PopulatedDatabase(as("anpi_owner"));
        new Schema(as("anpi_owner")).migrate();
        owner.execute("alter table member add column added_later text");
        new PopulatedDatabase(as("anpi")).execute("select added_later from member, check_in");
        assertThat(owner.strings("select relname from pg_class where relnamespace = 'public'::regnamespace"
                        + " and relkind in ('r', 'p', 'v', 'S') and relowner <> 'anpi_owner'::regrole"))
                .isEmpty();
    }

    private static List<String> tables(PopulatedDatabase database) throws Exception {
        return database.strings(
                "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v')");
    }

    private void runScript() throws Exception {
        new PopulatedDatabase(administrator).execute(Files.readString(SCRIPT));
    }

    private DataSource as(String role) {
        PGSimpleDataSource other = new PGSimpleDataSource();
        other.setUrl(((PGSimpleDataSource) administrator).getUrl());
        other.setUser(role);
        return other;
    }
}
