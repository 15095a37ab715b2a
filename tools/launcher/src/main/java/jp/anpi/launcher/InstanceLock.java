package jp.anpi.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second instance away from a data directory. The system releases it when the process dies, however it dies. */
final class InstanceLock implements AutoCloseable {

    private final FileChannel channel;

    private InstanceLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws LaunchFailure when another instance works in this directory */
    static InstanceLock acquire(Path dataDirectory) {
        try {
            Files.createDirectories(dataDirectory);
            FileChannel channel = open(dataDirectory);
            if (!tryLock(channel)) {
                channel.close();
                throw new LaunchFailure("anpi.data.dir = " + dataDirectory + ": another instance is running there"
                        + PidFile.read(dataDirectory)
                                .map(running -> " (process " + running.pid() + ")")
                                .orElse("")
                        + "; stop it with ./anpi stop or choose another directory");
            }
            return new InstanceLock(channel);
        } catch (IOException impossible) {
            throw new LaunchFailure(
                    LaunchFailure.WRONG_SETTING,
                    "anpi.data.dir = " + dataDirectory + ": cannot be written; allowed: a directory of this user");
        }
    }

    /** Whether an instance works in this directory now. */
    static boolean isHeld(Path dataDirectory) {
        if (!Files.exists(file(dataDirectory))) {
            return false;
        }
        try (FileChannel channel = open(dataDirectory)) {
            return !tryLock(channel);
        } catch (IOException foreign) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    private static FileChannel open(Path dataDirectory) throws IOException {
        return FileChannel.open(file(dataDirectory), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static Path file(Path dataDirectory) {
        return dataDirectory.resolve("anpi.lock");
    }
}
