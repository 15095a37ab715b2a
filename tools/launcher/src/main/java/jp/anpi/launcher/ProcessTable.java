package jp.anpi.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The processes of this machine as Linux shows them under {@code /proc}.
 *
 * <p>A number in a pid file proves nothing after a crash: the number may belong to someone else by now. So processes
 * are recognised by their command line or their working directory. On a system without {@code /proc} nothing is found.
 */
final class ProcessTable {

    private static final Path PROC = Path.of("/proc");

    /** Nothing can refuse this end; it only takes the system a moment. */
    private static final Duration KILLED = Duration.ofSeconds(3);

    private ProcessTable() {}

    /** Living processes with this exact argument on their command line. */
    static List<ProcessHandle> withArgument(String argument) {
        return select(pid -> arguments(pid).contains(argument));
    }

    /** Living processes that work in this directory. */
    static List<ProcessHandle> withWorkingDirectory(Path directory) {
        return select(pid -> worksIn(pid, directory));
    }

    /** The command line of a process, empty when it is gone or not ours to see. */
    static List<String> arguments(long pid) {
        try {
            byte[] line = Files.readAllBytes(PROC.resolve(pid + "/cmdline"));
            return Arrays.asList(new String(line, StandardCharsets.UTF_8).split("\0"));
        } catch (IOException goneOrForeign) {
            return List.of();
        }
    }

    /** Sends a signal that {@link ProcessHandle} does not know, such as INT or STOP. */
    static void signal(ProcessHandle process, String name) {
        try {
            // The shell's own kill: the program of that name is missing on slim systems.
            new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException noShell) {
            throw new UncheckedIOException(noShell);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until all of them have ended. */
    static boolean awaitEnd(List<ProcessHandle> processes, Duration limit) {
        return Await.until(limit, () -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Ends a process and everything it started without asking any of them. */
    static void killTree(ProcessHandle process) {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(all, KILLED);
    }

    private static List<ProcessHandle> select(Predicate<Long> wanted) {
        long self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self && wanted.test(process.pid()) && process.isAlive())
                .toList();
    }

    private static boolean worksIn(long pid, Path directory) {
        try {
            Path link = PROC.resolve(pid + "/cwd");
            return Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(directory);
        } catch (IOException goneOrForeign) {
            return false;
        }
    }
}
