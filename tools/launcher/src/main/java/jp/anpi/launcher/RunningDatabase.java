package jp.anpi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import jp.anpi.foundation.Settings;
import jp.anpi.foundation.Settings.DatabaseAddress;

/** The database of an installation as it runs, for tools that look at it beside the product. */
public final class RunningDatabase {

    private static final int PORT_LINE = 3;
    private static final String CONNECT_SECONDS = "5";

    private RunningDatabase() {}

    /**
     * The named database, or the embedded one at the port it listens at now.
     *
     * @throws LaunchFailure where the embedded one does not run
     */
    public static DatabaseAddress of(Settings settings) {
        return settings.database().orElseGet(() -> embedded(settings.dataDirectory()));
    }

    /**
     * Connects to it.
     *
     * @throws SQLException where it refuses or does not answer within seconds
     */
    public static Connection connect(DatabaseAddress address) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", address.user());
        login.setProperty("password", address.password());
        login.setProperty("connectTimeout", CONNECT_SECONDS);
        login.setProperty("loginTimeout", CONNECT_SECONDS);
        login.setProperty("logServerErrorDetail", "false");
        return DriverManager.getConnection(address.url(), login);
    }

    private static DatabaseAddress embedded(Path dataDirectory) {
        PostgresLocation location = new PostgresLocation(dataDirectory);
        try {
            List<String> running = Files.readAllLines(location.cluster().resolve("postmaster.pid"));
            String password =
                    Files.readString(location.home().resolve("password")).strip();
            int port = Integer.parseInt(running.get(PORT_LINE).strip());
            return new DatabaseAddress(EmbeddedDatabase.url(port), EmbeddedDatabase.USER, password);
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException absent) {
            throw new LaunchFailure("the embedded PostgreSQL in " + dataDirectory
                    + " does not run, or this user may not read its password");
        }
    }
}
