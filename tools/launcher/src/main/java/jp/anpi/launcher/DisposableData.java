package jp.anpi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A data directory whose database may be thrown away at the next start. It says so itself, in a file. */
final class DisposableData {

    private static final String MARK = "disposable";

    private DisposableData() {}

    /**
     * Removes the embedded database and marks the directory.
     *
     * @throws LaunchFailure where there is a database without the mark: that one belongs to somebody
     */
    static void forget(Path dataDirectory) {
        PostgresLocation location = new PostgresLocation(dataDirectory);
        Path mark = dataDirectory.resolve(MARK);
        if (Files.exists(location.cluster()) && !Files.exists(mark)) {
            throw new LaunchFailure("anpi.data.dir = " + dataDirectory
                    + ": holds the data of an installation, which a demonstration would delete;"
                    + " choose another directory");
        }
        try {
            Files.writeString(mark, "The database in this directory belongs to a demonstration and is made anew.\n");
        } catch (IOException unwritable) {
            throw new LaunchFailure("anpi.data.dir = " + dataDirectory + ": cannot be written", unwritable);
        }
        ProductProcess.endOrphans(dataDirectory);
        PostgresOrphan.endAllIn(location.cluster());
        FileTrees.delete(location.home());
    }
}
