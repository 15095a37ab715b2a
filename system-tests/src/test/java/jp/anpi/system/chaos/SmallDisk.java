package jp.anpi.system.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A disk in memory that is quickly full. Only root may mount one; for others the test is skipped. */
final class SmallDisk implements AutoCloseable {

    private final Path directory;

    private SmallDisk(Path directory) {
        this.directory = directory;
    }

    static SmallDisk mount(int megabytes) {
        try {
            Path directory = Files.createTempDirectory("anpi-disk");
            int code = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", directory.toString());
            Assumptions.assumeTrue(code == 0, "a small disk cannot be mounted: that takes root");
            return new SmallDisk(directory);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Path path(String name) {
        return directory.resolve(name);
    }

    /** Not a byte is left. */
    void fill() {
        byte[] block = new byte[1 << 16];
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            while (true) {
                ballast.write(block);
            }
        } catch (IOException full) {
            if (directory.toFile().getUsableSpace() > block.length) {
                throw new UncheckedIOException(full);
            }
        }
    }

    void clear() {
        try {
            Files.delete(ballast());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Path ballast() {
        return directory.resolve("ballast");
    }

    @Override
    public void close() {
        try {
            run("umount", "--lazy", directory.toString());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static int run(String... command) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
