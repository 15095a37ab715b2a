package jp.anpi.container.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders: removed, or copied. */
final class Folders {

    private Folders() {}

    static void delete(Path folder) {
        if (Files.exists(folder)) {
            below(folder).stream().sorted(Comparator.reverseOrder()).forEach(Folders::deleteOne);
        }
    }

    static void copy(Path from, Path to) {
        for (Path path : below(from)) {
            try {
                Files.copy(path, to.resolve(from.relativize(path)));
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.delete(path);
        } catch (IOException locked) {
            throw new UncheckedIOException(locked);
        }
    }
}
