package jp.anpi.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the built product lies: the checkout with its {@code target} directories.
 *
 * @param home the directory of the script {@code anpi}
 */
public record Installation(Path home) {

    /** Names {@link #home} where it cannot be found from the working directory. */
    public static final String HOME_PROPERTY = "anpi.home";

    /**
     * The checkout named by {@code -Danpi.home}, else the one that holds the working directory.
     *
     * @throws LaunchFailure where there is none
     */
    public static Installation locate() {
        String named = System.getProperty(HOME_PROPERTY);
        Path start = Path.of(named == null ? "" : named).toAbsolutePath().normalize();
        for (Path directory = start; directory != null; directory = directory.getParent()) {
            if (Files.isDirectory(directory.resolve("anpi-micro")) && Files.isDirectory(directory.resolve("tools"))) {
                return new Installation(directory);
            }
        }
        throw new LaunchFailure("no checkout of Anpi at or above " + start + "; name it with -Danpi.home");
    }

    /** The product for Payara Micro. */
    public Path webArchive() {
        return built(home.resolve("anpi-micro/target/ROOT.war"));
    }

    /** Payara Micro as it comes from its makers. */
    Path payaraArchive() {
        return built(runtime().resolve("payara-micro.jar"));
    }

    /** The programs of the embedded PostgreSQL, shared by all instances of this checkout. */
    public PostgresBinaries postgresBinaries() {
        return PostgresBinaries.in(postgres());
    }

    /** Payara Micro unpacked, shared by all instances of this checkout. */
    public PayaraRuntime payara() {
        return PayaraRuntime.in(runtime().resolve("payara"), payaraArchive());
    }

    /** Whether Payara Micro and PostgreSQL were unpacked by an earlier start. */
    boolean isUnpacked() {
        return Files.exists(runtime().resolve("payara/unpacked")) && Files.exists(postgres());
    }

    private Path postgres() {
        return runtime().resolve("postgres-17.11.0");
    }

    private Path runtime() {
        return home.resolve("tools/launcher/target/runtime");
    }

    private static Path built(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new LaunchFailure(
                    file + " is missing; build it with ./mvnw -DskipTests package, or let ./anpi do it");
        }
        return file;
    }
}
