package jp.anpi.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A PostgreSQL that outlived the launcher which started it.
 *
 * <p>All its processes work in the cluster's directory, which tells them from every other process, whatever number a
 * stale {@code postmaster.pid} holds.
 */
final class PostgresOrphan {

    private static final Duration FAST_STOP = Duration.ofSeconds(6);
    private static final Duration LAST_STEPS = Duration.ofSeconds(3);

    private PostgresOrphan() {}

    /**
     * Ends whatever runs on a cluster's files and clears what would keep the next server from starting.
     *
     * @return whether something was running
     */
    static boolean endAllIn(Path cluster) {
        List<ProcessHandle> left = ProcessTable.withWorkingDirectory(cluster);
        postmasterAmong(left, cluster).ifPresent(PostgresOrphan::stopFast);
        // Without their parent the others end by themselves; they may need a moment to notice.
        if (!ProcessTable.awaitEnd(left, LAST_STEPS)) {
            left.forEach(ProcessHandle::destroyForcibly);
            ProcessTable.awaitEnd(left, LAST_STEPS);
        }
        try {
            // Its number may belong to another program by now, and PostgreSQL would take that for itself.
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        } catch (IOException foreign) {
            throw new UncheckedIOException(foreign);
        }
        return !left.isEmpty();
    }

    /** PostgreSQL's fast stop: open transactions are rolled back, everything is written, clients are sent away. */
    static void stopFast(ProcessHandle postmaster) {
        List<ProcessHandle> all = List.of(postmaster);
        ProcessTable.signal(postmaster, "INT");
        if (!ProcessTable.awaitEnd(all, FAST_STOP)) {
            ProcessTable.signal(postmaster, "QUIT");
            if (!ProcessTable.awaitEnd(all, LAST_STEPS)) {
                ProcessTable.killTree(postmaster);
            }
        }
    }

    private static Optional<ProcessHandle> postmasterAmong(List<ProcessHandle> processes, Path cluster) {
        return processes.stream()
                .filter(process -> ProcessTable.arguments(process.pid()).contains(cluster.toString()))
                .findFirst();
    }
}
