package jp.anpi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import jp.anpi.foundation.Settings;
import jp.anpi.foundation.Settings.DatabaseAddress;
import jp.anpi.launcher.backup.BackupWriter;
import jp.anpi.launcher.backup.Manifest;

/** {@code ./anpi backup FILE}: the database in one file, whether the product runs or not. */
final class Backup {

    private final Console console;
    private final Clock clock;

    Backup(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    int run(CommandLine line) {
        Settings settings = line.properties().settings();
        Path file = line.file().orElseThrow();
        Path data = settings.dataDirectory();
        if (settings.database().isPresent() || InstanceLock.isHeld(data)) {
            write(RunningDatabase.of(settings), file);
        } else {
            writeStopped(data, file);
        }
        Path keys = data.resolve("keys");
        if (Files.isDirectory(keys)) {
            console.line("The keys in " + keys + " are not in it: without them what is encrypted cannot be read."
                    + " Keep a copy of them somewhere else than the backups.");
        }
        return 0;
    }

    /** The embedded database of a product that does not run is started for this alone. */
    private void writeStopped(Path data, Path file) {
        PostgresLocation location = new PostgresLocation(data);
        if (!Files.exists(location.cluster())) {
            throw new LaunchFailure(
                    LaunchFailure.WRONG_SETTING, "anpi.data.dir = " + data + ": holds no installation to back up");
        }
        try (InstanceLock lock = InstanceLock.acquire(data);
                EmbeddedDatabase embedded =
                        EmbeddedDatabase.start(data, Installation.locate().postgresBinaries())) {
            write(new DatabaseAddress(embedded.url(), embedded.user(), embedded.password()), file);
        } catch (IOException unlocked) {
            throw new LaunchFailure("the lock of " + data + " is lost", unlocked);
        }
    }

    private void write(DatabaseAddress address, Path file) {
        try (Connection connection = RunningDatabase.connect(address.owner())) {
            Manifest manifest = new BackupWriter(connection).write(file, clock.instant());
            console.line("Backed up " + manifest.tables().size() + " tables with " + manifest.rows()
                    + " rows, schema version " + manifest.schema() + ", to " + file + " (" + Files.size(file)
                    + " bytes). It holds personal data.");
        } catch (SQLException refused) {
            throw new LaunchFailure("the database cannot be read: " + NamedDatabase.oneLine(refused));
        } catch (IOException unwritable) {
            throw new LaunchFailure(file + " cannot be written: " + unwritable.getMessage());
        }
    }
}
