package jp.anpi.launcher;

import java.nio.file.Path;

/**
 * Where the embedded PostgreSQL keeps its things.
 *
 * @param dataDirectory {@code anpi.data.dir}
 */
record PostgresLocation(Path dataDirectory) {

    /** Passwords and clusters. */
    Path home() {
        return dataDirectory.resolve("postgres");
    }

    /** The data; the number is the major version that wrote it. */
    Path cluster() {
        return home().resolve("17");
    }

    /** A cluster that is being made. */
    Path clusterInTheMaking() {
        return home().resolve("17.making");
    }

    /** What the server has to say. */
    Path log() {
        return dataDirectory.resolve("logs/postgres.log");
    }
}
