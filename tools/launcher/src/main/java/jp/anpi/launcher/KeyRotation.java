package jp.anpi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import jp.anpi.foundation.Keyset;
import jp.anpi.foundation.Settings;

/** {@code ./anpi rotate-keys}: a new key for personal fields while the product runs, and the end of the old ones. */
final class KeyRotation {

    private final Console console;

    KeyRotation(Console console) {
        this.console = console;
    }

    int run(CommandLine line) {
        Settings settings = line.properties().settings();
        Path file = settings.keysFile();
        Keyset keys = read(file);
        if (line.retire()) {
            retire(settings, file, keys);
        } else {
            write(file, keys.rotated());
            console.line("A new key seals personal fields from now on; the product notices by itself.");
            console.line("  Keys            " + file);
            console.line("Back the file up now, apart from the database, and copy it to every node.");
            console.line("The product seals old values anew in the background; ./anpi rotate-keys --retire then ends");
            console.line("the old key.");
        }
        return 0;
    }

    private void retire(Settings settings, Path file, Keyset keys) {
        Set<Integer> old = new HashSet<>(keys.enabled());
        old.remove(keys.primary());
        Set<Integer> emptied = new HashSet<>(emptied(settings));
        emptied.retainAll(old);
        if (old.isEmpty()) {
            console.line("There is no old key.");
            return;
        }
        if (emptied.size() < old.size()) {
            throw new LaunchFailure(
                    (old.size() - emptied.size()) + " old key(s) still hold values, or nobody has looked"
                            + " yet; the running product seals them anew. Nothing was changed; try again later");
        }
        write(file, keys.retired(emptied));
        console.line("Retired " + emptied.size() + " old key(s). Keep a copy of the file from before as long as there"
                + " are backups of the database from before.");
    }

    private static Set<Integer> emptied(Settings settings) {
        Set<Integer> ids = new HashSet<>();
        try (Connection connection = RunningDatabase.connect(RunningDatabase.of(settings));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select key_id from sealing_key where emptied_at is not null and look_at is not null")) {
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
            return ids;
        } catch (SQLException unreadable) {
            throw new LaunchFailure("the database cannot be asked (SQL state " + unreadable.getSQLState() + ")");
        }
    }

    private static Keyset read(Path file) {
        if (!Files.exists(file)) {
            throw new LaunchFailure(
                    LaunchFailure.WRONG_SETTING,
                    "anpi.keys.file = " + file + ": there are no keys yet; the first start makes them");
        }
        try {
            return Keyset.read(file);
        } catch (IOException unreadable) {
            throw new LaunchFailure("anpi.keys.file = " + file + ": is no keyset that this user can read");
        }
    }

    private static void write(Path file, Keyset keys) {
        try {
            keys.write(file);
        } catch (IOException unwritable) {
            throw new LaunchFailure("anpi.keys.file = " + file + ": cannot be written by this user");
        }
    }
}
