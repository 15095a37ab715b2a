package jp.anpi.launcher;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What to write before a command so that it runs in a session of its own.
 *
 * <p>Ctrl-C goes to all processes of the terminal at once. The children must not hear it: the launcher ends them, in
 * the right order.
 */
final class DetachedCommand {

    private DetachedCommand() {}

    /** {@code setsid} where the system has it, else nothing. */
    static List<String> prefix() {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Stream.of(path.split(File.pathSeparator))
                .map(directory -> Path.of(directory, "setsid"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(found -> List.of(found.toString()))
                .orElse(List.of());
    }
}
