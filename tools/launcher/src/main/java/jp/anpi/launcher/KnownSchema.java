package jp.anpi.launcher;

import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import jp.anpi.database.NewerSchemaException;
import jp.anpi.database.Schema;
import jp.anpi.foundation.Settings.DatabaseAddress;
import org.postgresql.ds.PGSimpleDataSource;

/** Looks whether this product understands a database, before the product is started on it. */
final class KnownSchema {

    /** Held on to, since a logger that nobody holds forgets its level. */
    private static final Logger TALKATIVE = Logger.getLogger("org.flywaydb");

    private KnownSchema() {}

    /** @throws LaunchFailure where a newer product has used it */
    static void require(DatabaseAddress address) {
        try {
            new Schema(dataSource(address)).requireKnown();
        } catch (NewerSchemaException newer) {
            throw new LaunchFailure(LaunchFailure.WRONG_SETTING, newer.getMessage());
        }
    }

    /** The database for those who need a data source. */
    static DataSource dataSource(DatabaseAddress address) {
        TALKATIVE.setLevel(Level.WARNING);
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(address.url());
        database.setUser(address.user());
        database.setPassword(address.password());
        database.setLogServerErrorDetail(false);
        return database;
    }
}
