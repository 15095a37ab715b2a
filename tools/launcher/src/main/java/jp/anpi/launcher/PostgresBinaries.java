package jp.anpi.launcher;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked once from the archive on the class path.
 *
 * <p>PostgreSQL refuses to run as root. There it is started in a user namespace of its own, in which it is nobody in
 * particular while its files remain root's.
 */
public final class PostgresBinaries {

    private static final Object SAME_PROCESS = new Object();

    /** Held on to, since a logger that nobody holds forgets its level. */
    private static final Logger TALKATIVE = Logger.getLogger("io.zonky.test");

    private final Path home;
    private final List<String> prefix;

    private PostgresBinaries(Path home) {
        this.home = home;
        this.prefix = prefix();
    }

    /**
     * Unpacks the programs into a directory, unless that was done before; several processes may try at once.
     *
     * @throws LaunchFailure where there are no programs for this machine
     */
    public static PostgresBinaries in(Path directory) {
        try {
            synchronized (SAME_PROCESS) {
                if (!Files.exists(directory.resolve("bin/postgres"))) {
                    unpackOnce(directory);
                }
            }
        } catch (IOException unwritable) {
            throw new LaunchFailure("the embedded PostgreSQL cannot be unpacked to " + directory, unwritable);
        }
        return new PostgresBinaries(directory);
    }

    /** The command line of one of the programs, with what must come before it for this user. */
    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    private static void unpackOnce(Path directory) throws IOException {
        Files.createDirectories(directory.getParent());
        Path guard = directory.resolveSibling(directory.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.exists(directory.resolve("bin/postgres"))) {
                // Beside first, then renamed: a start that was killed while unpacking leaves nothing half done.
                Path beside = Files.createTempDirectory(directory.getParent(), "unpacking");
                unpack(beside);
                // A temporary directory is its maker's alone, but whoever serves may be another user.
                Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rwxr-xr-x"));
                FileTrees.delete(directory);
                Files.move(beside, directory, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static void unpack(Path target) throws IOException {
        TALKATIVE.setLevel(Level.WARNING);
        String machine = ArchUtils.normalize(System.getProperty("os.arch"));
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary("Linux", machine)) {
            if (archive == null
                    || !System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
                throw new LaunchFailure("no embedded PostgreSQL for " + System.getProperty("os.name") + " on "
                        + System.getProperty("os.arch") + "; name a database with anpi.db.url");
            }
            unpack(new TarArchiveInputStream(new XZInputStream(archive)), target);
        }
    }

    private static void unpack(TarArchiveInputStream archive, Path target) throws IOException {
        for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            Path path = target.resolve(entry.getName()).normalize();
            if (!path.startsWith(target)) {
                throw new IOException("entry outside of its archive: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(path);
                continue;
            }
            Files.createDirectories(path.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else {
                Files.copy(archive, path);
                if ((entry.getMode() & 0100) != 0 && !Files.isSymbolicLink(path)) {
                    makeExecutable(path);
                }
            }
        }
    }

    private static void makeExecutable(Path path) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
        permissions.add(PosixFilePermission.OWNER_EXECUTE);
        permissions.add(PosixFilePermission.GROUP_EXECUTE);
        permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        Files.setPosixFilePermissions(path, permissions);
    }

    private static List<String> prefix() {
        List<String> words = new ArrayList<>(DetachedCommand.prefix());
        if (isRoot()) {
            if (!LinuxUtils.isUnshareAvailable()) {
                throw new LaunchFailure(
                        "PostgreSQL does not run as root, and this system lets root make no user"
                                + " namespace (unshare -U); start Anpi as an ordinary user or name a database with anpi.db.url");
            }
            words.addAll(List.of("unshare", "-U"));
        }
        return List.copyOf(words);
    }

    private static boolean isRoot() {
        try {
            // Java tells the user's name only, and root may have another one.
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException noProc) {
            throw new UncheckedIOException(noProc);
        }
    }
}
