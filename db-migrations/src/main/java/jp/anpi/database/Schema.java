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

    /** As it was when this was the newest migration: to be filled with rows of that time. */
    public static Schema upTo(String version, DataSource dataSource) {
        return new Schema(dataSource, MigrationVersion.fromVersion(version));
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
        requireKnown();
        flyway.migrate();
    }

    /**
     * Changes nothing.
     *
     * @throws NewerSchemaException when the database has migrations that this product does not know
     */
    public void requireKnown() {
        newest(true).ifPresent(applied -> requireKnown(applied.getVersion()));
    }

    /** @throws NewerSchemaException when this version is newer than every migration of this product */
    public void requireKnown(String version) {
        MigrationVersion own = newest(false).orElse(MigrationVersion.EMPTY);
        if (MigrationVersion.fromVersion(version).isNewerThan(own)) {
            throw new NewerSchemaException(version, own.getVersion());
        }
    }

    /** The newest version that only the database knows, or that this product has. */
    private Optional<MigrationVersion> newest(boolean onlyInDatabase) {
        return Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState().isResolved() != onlyInDatabase)
                .map(MigrationInfo::getVersion)
                .filter(version -> version != null)
                .max(MigrationVersion::compareTo);
    }
}
