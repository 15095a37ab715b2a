package jp.anpi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.anpi.foundation.Keyset;

/** The keys of personal fields, looked at before the product is started, which would find out a minute later. */
final class KeysFile {

    private KeysFile() {}

    /** @throws LaunchFailure where there is a file that holds no keys of ours, or none and no place for one */
    static void require(Path file) {
        if (Files.exists(file)) {
            requireReadable(file);
        } else {
            requirePlace(file);
        }
    }

    private static void requireReadable(Path file) {
        try {
            Keyset.read(file);
        } catch (IOException unreadable) {
            throw refusal(file, "is no keyset that this user can read; allowed: the file that the first start made");
        }
    }

    private static void requirePlace(Path file) {
        Path directory = file.getParent();
        while (directory != null && !Files.exists(directory)) {
            directory = directory.getParent();
        }
        if (directory == null || !Files.isDirectory(directory) || !Files.isWritable(directory)) {
            throw refusal(file, "cannot be made by this user; allowed: a file in a directory of this user");
        }
    }

    private static LaunchFailure refusal(Path file, String reason) {
        return new LaunchFailure(LaunchFailure.WRONG_SETTING, "anpi.keys.file = " + file + ": " + reason);
    }
}
