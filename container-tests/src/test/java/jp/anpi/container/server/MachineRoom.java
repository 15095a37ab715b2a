package jp.anpi.container.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.anpi.container.host.Checkout;
import jp.anpi.container.host.PayaraServer;
import jp.anpi.container.host.Phones;
import jp.anpi.container.host.Postgres;

/** One Payara Server, one PostgreSQL, and phones that reach them. */
final class MachineRoom implements AutoCloseable {

    /** As it may come out of a generator. */
    static final String PASSWORD = "p\\a\"s's $w{o}r=d #!:;,~`%^&*()<>?|あ${x}\\${y}";

    static final String NAME = "みどり市 \"見守り\" ${x} \\サービス\\";
    static final Instant START = Instant.parse("2026-11-21T22:00:00Z");

    private final Postgres database;
    private final PayaraServer server;
    private final Phones phones;
    private final Path keys;

    MachineRoom(String name) {
        database = Postgres.started(name, PASSWORD);
        server = PayaraServer.started(name);
        phones = Phones.of(server.address());
        try {
            keys = Files.createTempDirectory(name).resolve("keys.json");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    PayaraServer server() {
        return server;
    }

    Phones phones() {
        return phones;
    }

    /** What stands in the properties file, on every server: the keys are the same file. */
    Map<String, String> settings(Instant clock) {
        Map<String, String> settings = new LinkedHashMap<>(database.settings());
        settings.putAll(phones.settings());
        settings.put("anpi.profile", "dev");
        settings.put("anpi.clock", "manual:" + clock);
        settings.put("anpi.organization.name", NAME);
        settings.put("anpi.keys.file", keys.toString());
        return settings;
    }

    /** Has the script configure and deploy, and waits. */
    void install(Instant clock) {
        server.configure(settings(clock), Checkout.archive()).ok();
        server.awaitReady();
    }

    /** The first column of every row, as text. */
    List<String> column(String sql, Object... parameters) {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** How many connections the product has to its database. */
    int connections() {
        return Integer.parseInt(column("select count(*) from pg_stat_activity where usename in ('anpi', 'anpi_owner')")
                .get(0));
    }

    @Override
    public void close() {
        server.close();
        phones.close();
        database.close();
    }
}
