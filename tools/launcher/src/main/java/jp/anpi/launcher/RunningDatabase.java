package jp.anpi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import jp.anpi.foundation.Settings;
import jp.anpi.foundation.Settings.DatabaseAddress;

/** The database that an installation works with now: the named one, or the embedded one where the product runs. */
final class RunningDatabase {

    private static final int PORT_LINE = 3;

    private RunningDatabase() {}

    /** @throws LaunchFailure when it does not run or cannot be used */
    static Connection connect(Settings settings) {
        DatabaseAddress address = settings.database().orElseGet(() -> embedded(settings.dataDirectory()));
        try {
            return DriverManager.getConnection(address.url(), address.user(), address.password());
        } catch (SQLException refused) {
            throw new LaunchFailure("the database cannot be used now (SQL state " + refused.getSQLState() + ")");
        }
    }

    private static DatabaseAddress embedded(Path dataDirectory) {
        PostgresLocation location = new PostgresLocation(dataDirectory);
        try {
            List<String> running = Files.readAllLines(location.cluster().resolve("postmaster.pid"));
            String password =
                    Files.readString(location.home().resolve("password")).strip();
            return new DatabaseAddress(
                    "jdbc:postgresql://127.0.0.1:" + running.get(PORT_LINE).strip() + "/anpi", "anpi", password);
        } catch (IOException | IndexOutOfBoundsException stopped) {
            throw new LaunchFailure("anpi.data.dir = " + dataDirectory
                    + ": the embedded database does not run; start the product first");
        }
    }
}
