package jp.anpi.foundation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The generated password of the first system administrator on its way to a person: in a file of the data directory that
 * only its owner can read. The launcher prints it and removes the file; so does the first change of that password.
 */
public record FirstPasswordFile(Path path) {

    public static FirstPasswordFile in(Path dataDirectory) {
        return new FirstPasswordFile(dataDirectory.resolve("first-password.txt"));
    }

    public void write(String password) throws IOException {
        Files.createDirectories(path.getParent());
        Files.deleteIfExists(path);
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(path, password + "\n", StandardOpenOption.WRITE);
    }

    /** Reads and removes it; empty where there is none. */
    public Optional<String> take() throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        String password = Files.readString(path).strip();
        remove();
        return Optional.of(password);
    }

    public void remove() throws IOException {
        Files.deleteIfExists(path);
    }
}
