package jp.anpi.database;

import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The tables of one database.
 *
 * <p>Several nodes may migrate at the same time: Flyway lets one of them work and the others find it done.
 */
public final class Schema {

    private final Flyway flyway;

    public Schema(DataSource dataSource) {
        this(dataSource, MigrationVersion.LATEST);
    }

    /** Stops at {@code target}, so that a test can stand between two migrations. */
    Schema(DataSource dataSource, MigrationVersion target) {
        this.flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .target(target)
                .load();
    }

    /**
     * Applies the migrations that are missing.
     *
     * @throws NewerSchemaException when the database has migrations that this product does not know
     */
    public void migrate() {
        MigrationInfo[] known = flyway.info().all();
        newest(known, true).ifPresent(applied -> {
            MigrationVersion own = newest(known, false).orElse(MigrationVersion.EMPTY);
            if (applied.isNewerThan(own)) {
                throw new NewerSchemaException(applied.getVersion(), own.getVersion());
            }
        });
        flyway.migrate();
    }

    /** The newest version that only the database knows, or that this product has. */
    private static Optional<MigrationVersion> newest(MigrationInfo[] migrations, boolean onlyInDatabase) {
        return Arrays.stream(migrations)
                .filter(migration -> migration.getState().isResolved() != onlyInDatabase)
                .map(MigrationInfo::getVersion)
                .filter(version -> version != null)
                .max(MigrationVersion::compareTo);
    }
}
