package jp.anpi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import jp.anpi.database.NewerSchemaException;
import jp.anpi.foundation.Settings;
import jp.anpi.foundation.Settings.DatabaseAddress;
import jp.anpi.launcher.backup.BackupReader;
import org.flywaydb.core.api.FlywayException;

/** {@code ./anpi restore FILE}: a backup becomes a new installation, which then starts as after an outage (E-8). */
final class Restore {

    private final Console console;

    Restore(Console console) {
        this.console = console;
    }

    int run(CommandLine line) {
        Settings settings = line.properties().settings();
        try (BackupReader backup = BackupReader.open(line.file().orElseThrow());
                InstanceLock lock = InstanceLock.acquire(settings.dataDirectory())) {
            if (settings.database().isPresent()) {
                NamedDatabase.check(settings.database().get());
                read(backup, settings.database().get());
            } else {
                readIntoEmbedded(backup, settings.dataDirectory());
            }
            console.line("Restored " + backup.manifest().tables().size() + " tables with "
                    + backup.manifest().rows() + " rows, as of "
                    + backup.manifest().madeAt()
                    + ". ./anpi serve goes on from there: the time since is an outage, so people are asked again"
                    + " before anybody is alerted.");
            return 0;
        } catch (IOException unreadable) {
            throw new LaunchFailure("the backup cannot be restored: " + unreadable.getMessage());
        }
    }

    private void readIntoEmbedded(BackupReader backup, Path data) {
        PostgresLocation location = new PostgresLocation(data);
        if (Files.exists(location.cluster())) {
            throw new LaunchFailure(
                    LaunchFailure.WRONG_SETTING,
                    "anpi.data.dir = " + data + ": holds an installation already; restore into an empty directory");
        }
        boolean whole = false;
        try (EmbeddedDatabase embedded =
                EmbeddedDatabase.start(data, Installation.locate().postgresBinaries())) {
            read(backup, new DatabaseAddress(embedded.url(), embedded.user(), embedded.password()));
            whole = true;
        } finally {
            if (!whole) {
                FileTrees.delete(location.home());
            }
        }
    }

    private void read(BackupReader backup, DatabaseAddress address) {
        try {
            backup.readInto(KnownSchema.dataSource(address.owner()), console::warning);
        } catch (NewerSchemaException newer) {
            throw new LaunchFailure(
                    LaunchFailure.WRONG_SETTING, "the backup is of a newer product: " + newer.getMessage());
        } catch (FlywayException unmade) {
            throw refused(
                    unmade.getCause() instanceof SQLException refused
                            ? NamedDatabase.oneLine(refused)
                            : unmade.getClass().getSimpleName());
        } catch (SQLException refused) {
            throw refused(NamedDatabase.oneLine(refused));
        } catch (IOException torn) {
            throw new LaunchFailure("the backup cannot be restored: " + torn.getMessage());
        }
    }

    private static LaunchFailure refused(String reason) {
        return new LaunchFailure("the backup cannot be restored: " + reason
                + ". A named database may be half filled now: make it anew before the next attempt");
    }
}
