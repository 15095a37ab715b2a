package jp.anpi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A full disk is told at the start, where PostgreSQL would stop in the middle of its work. */
final class DiskSpace {

    /** Less than PostgreSQL needs to come up after a crash; much more than this should be free. */
    static final long LEAST_BYTES = 64L << 20;

    private DiskSpace() {}

    /** @throws LaunchFailure where less than that is free */
    static void require(Path dataDirectory, long bytes) {
        try {
            long free = Files.getFileStore(dataDirectory).getUsableSpace();
            if (free < bytes) {
                throw new LaunchFailure("anpi.data.dir = " + dataDirectory + ": the disk is full, " + (free >> 20)
                        + " MB are free and " + (bytes >> 20) + " MB are the least to start with");
            }
        } catch (IOException unknown) {
            throw new LaunchFailure("anpi.data.dir = " + dataDirectory + ": its disk cannot be asked for free space");
        }
    }
}
