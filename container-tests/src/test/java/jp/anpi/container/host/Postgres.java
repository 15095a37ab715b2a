package jp.anpi.container.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import jp.anpi.launcher.EmbeddedDatabase;
import jp.anpi.launcher.PostgresBinaries;

/**
 * A database as an IT department gives it: one role owns the tables, and the one the product works with may only read
 * and write rows.
 */
public final class Postgres implements AutoCloseable {

    private static final String OWNER = "anpi_owner";

    private final EmbeddedDatabase server;
    private final String superusersPassword;
    private final Map<String, String> settings;

    private Postgres(Path data, EmbeddedDatabase server, String password) {
        this.server = server;
        this.superusersPassword =
                read(data.resolve("postgres/superuser.password")).strip();
        this.settings = Map.of(
                "anpi.db.url", server.url(),
                "anpi.db.user", server.user(),
                "anpi.db.password", password,
                "anpi.db.migration-user", OWNER,
                "anpi.db.migration-password", password);
    }

    /** @param password of the product's roles */
    public static Postgres started(String name, String password) {
        Path data = Checkout.workplace().resolve("data-" + name);
        Folders.delete(data);
        PostgresBinaries binaries = PostgresBinaries.in(Checkout.workplace().resolve("postgres"));
        Postgres postgres = new Postgres(data, EmbeddedDatabase.start(data, binaries), password);
        postgres.divideRoles(password);
        return postgres;
    }

    private void divideRoles(String password) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(read(Checkout.payaraConfig("database-roles.sql")));
            for (String role : List.of(OWNER, server.user())) {
                statement.execute("alter role " + role + " password '" + password.replace("'", "''") + "'");
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** With which the product uses it. */
    public Map<String, String> settings() {
        return settings;
    }

    /** As its superuser. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(server.url(), "postgres", superusersPassword);
    }

    @Override
    public void close() {
        server.close();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
