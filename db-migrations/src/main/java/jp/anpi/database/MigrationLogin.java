package jp.anpi.database;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The role that owns the tables, where the one the product works with may not change them:
 * {@code anpi.db.migration-user}.
 */
record MigrationLogin(String url, String user, Optional<String> password) {

    /** Empty where the product's own role migrates. */
    static Optional<MigrationLogin> configured() {
        return in(ConfigProvider.getConfig());
    }

    static Optional<MigrationLogin> in(Config config) {
        return config.getOptionalValue("anpi.db.migration-user", String.class)
                .map(user -> new MigrationLogin(
                        config.getValue("anpi.db.url", String.class),
                        user,
                        config.getOptionalValue("anpi.db.migration-password", String.class)));
    }

    PGSimpleDataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(user);
        password.ifPresent(dataSource::setPassword);
        return dataSource;
    }

    @Override
    public String toString() {
        return "MigrationLogin[user=" + user + ", password=***]";
    }
}
