package jp.anpi.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import jp.anpi.foundation.Settings.DatabaseAddress;

/** A PostgreSQL that the installer named: looked at before anything is started. */
public final class NamedDatabase {

    private static final int OLDEST_MAJOR_VERSION = 14;
    private static final String CONNECT_SECONDS = "5";

    private NamedDatabase() {}

    /** @throws LaunchFailure when it does not answer, refuses us or is too old */
    static void check(DatabaseAddress address) {
        address.migration().ifPresent(NamedDatabase::check);
        Properties login = new Properties();
        login.setProperty("user", address.user());
        login.setProperty("password", address.password());
        login.setProperty("connectTimeout", CONNECT_SECONDS);
        login.setProperty("loginTimeout", CONNECT_SECONDS);
        try (Connection connection = DriverManager.getConnection(address.url(), login)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_MAJOR_VERSION) {
                throw new LaunchFailure(
                        LaunchFailure.WRONG_SETTING,
                        "anpi.db.url = " + address.shown() + ": this is PostgreSQL " + version
                                + "; allowed: PostgreSQL 14 or newer");
            }
        } catch (SQLException refused) {
            throw new LaunchFailure("anpi.db.url = " + address.shown() + ": the database cannot be used as user "
                    + address.user() + ": " + oneLine(refused));
        }
    }

    /** What the driver cannot read it repeats, passwords included. */
    public static String oneLine(SQLException refused) {
        return refused.getMessage() == null
                ? refused.getClass().getSimpleName()
                : refused.getMessage()
                        .lines()
                        .findFirst()
                        .orElse("")
                        .replaceFirst("jdbc:\\S+", "the address")
                        .strip();
    }
}
