package jp.anpi.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * Payara Micro unpacked once and started from its jars many times.
 *
 * <p>As it is downloaded it unpacks 270 jars at every start and loads them with a loader of its own. From an unpacked
 * directory the JVM's class data sharing works, and a start takes about half the time.
 */
public final class PayaraRuntime {

    private static final String BOOT_JAR = "launch-micro.jar";
    private static final String MAIN_CLASS = "fish.payara.micro.impl.PayaraMicroImpl";
    private static final Object SAME_PROCESS = new Object();

    private final Path directory;

    private PayaraRuntime(Path directory) {
        this.directory = directory;
    }

    /** Unpacks the archive into a directory unless that was done before; several processes may try at once. */
    static PayaraRuntime in(Path directory, Path archive) {
        Path done = directory.resolve("unpacked");
        try {
            String identity = archive.getFileName() + " " + Files.size(archive);
            synchronized (SAME_PROCESS) {
                if (!isDone(done, identity)) {
                    unpackOnce(directory, archive, done, identity);
                }
            }
        } catch (IOException unwritable) {
            throw new LaunchFailure("Payara Micro cannot be unpacked to " + directory, unwritable);
        }
        return new PayaraRuntime(directory);
    }

    /** Makes an instance's own directory anew: configuration as delivered, nothing left from the last run. */
    void prepare(Path instanceDirectory) {
        FileTrees.delete(instanceDirectory);
        for (String part : List.of("config", "docroot", "lib")) {
            FileTrees.copy(directory.resolve(part), instanceDirectory.resolve(part));
        }
    }

    /** The arguments of {@code java} that start Payara Micro, the JVM's own flags and Payara's options to be added. */
    List<String> mainArguments() {
        List<String> arguments = new ArrayList<>(moduleFlags());
        // What its own launcher would set; that launcher would also insist on one directory for all instances.
        arguments.add("-Dfish.payara.micro.BootJar=" + bootJar().toUri());
        arguments.add("-Dfish.payara.micro.UnpackDir=" + directory);
        arguments.addAll(List.of("-cp", bootJar().toString(), MAIN_CLASS));
        return arguments;
    }

    /** The archive of parsed classes for this JVM, if one was made. */
    Optional<Path> sharedClasses() {
        return Optional.of(sharedClassesFile()).filter(Files::isRegularFile);
    }

    /** Where {@link #sharedClasses} is made; another JVM needs another one. */
    Path sharedClassesFile() {
        return directory.resolve("classes-" + Runtime.version() + ".jsa");
    }

    private Path bootJar() {
        return directory.resolve(BOOT_JAR);
    }

    private List<String> moduleFlags() {
        try (JarFile jar = new JarFile(bootJar().toFile())) {
            Attributes attributes = jar.getManifest().getMainAttributes();
            List<String> flags = new ArrayList<>();
            addFlags(flags, "--add-exports", attributes.getValue("Add-Exports"));
            addFlags(flags, "--add-opens", attributes.getValue("Add-Opens"));
            return flags;
        } catch (IOException torn) {
            throw new UncheckedIOException(torn);
        }
    }

    private static void addFlags(List<String> flags, String flag, String packages) {
        for (String name : packages.strip().split("\\s+")) {
            flags.add(flag + "=" + name + "=ALL-UNNAMED");
        }
    }

    private static boolean isDone(Path done, String identity) throws IOException {
        return Files.exists(done) && Files.readString(done).equals(identity);
    }

    private static void unpackOnce(Path directory, Path archive, Path done, String identity) throws IOException {
        Files.createDirectories(directory.getParent());
        Path guard = directory.resolveSibling(directory.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !isDone(done, identity)) {
                FileTrees.delete(directory);
                Files.createDirectories(directory);
                unpack(directory, archive);
                Files.writeString(done, identity);
            }
        }
    }

    private static void unpack(Path directory, Path archive) throws IOException {
        Path output = directory.resolveSibling("unpack-payara.log");
        Process process = new ProcessBuilder(
                        JavaCommand.executable(),
                        "-jar",
                        archive.toString(),
                        "--rootdir",
                        directory.toString(),
                        "--nocluster",
                        "--outputlauncher")
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(output.toFile()))
                .start();
        try {
            if (process.waitFor() != 0 || !Files.exists(directory.resolve(BOOT_JAR))) {
                throw new LaunchFailure("Payara Micro could not be unpacked; see " + output);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted");
        }
    }
}
