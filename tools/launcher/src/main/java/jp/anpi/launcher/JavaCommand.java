package jp.anpi.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The JVM of the product: this one's program, flags chosen for a machine of two cores. */
final class JavaCommand {

    /** Further flags, separated by spaces; they stand last and so win. */
    static final String EXTRA_FLAGS = "ANPI_JAVA_OPTS";

    private JavaCommand() {}

    static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Flags of the JVM.
     *
     * @param quickStart compile quickly rather than well: half the start time, less peak speed
     * @param sharedClasses archive of parsed classes, if there is one
     */
    static List<String> flags(boolean quickStart, Optional<Path> sharedClasses) {
        List<String> flags = new ArrayList<>(List.of(
                "-Xmx512m",
                "-XX:+UseSerialGC",
                // Half a JVM is worse than none: the service manager starts a whole one.
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true"));
        if (quickStart) {
            flags.add("-XX:TieredStopAtLevel=1");
        }
        sharedClasses.ifPresent(file -> {
            flags.add("-XX:SharedArchiveFile=" + file);
            // An archive that does not fit is passed over; that is no news.
            flags.add("-Xlog:disable");
            flags.add("-Xlog:all=error:stderr");
        });
        String extra = System.getenv(EXTRA_FLAGS);
        if (extra != null && !extra.isBlank()) {
            flags.addAll(List.of(extra.strip().split("\\s+")));
        }
        return flags;
    }
}
