package jp.anpi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * {@code prepare}: what would otherwise be done at every start, or at the first.
 *
 * <p>Runs the product once on a database of its own and lets the JVM keep the classes it parsed; later starts take
 * about 60 % of the time. A product that cannot be started only costs the advantage.
 */
final class Preparation {

    private static final Duration DUMP_LIMIT = Duration.ofSeconds(90);

    private final Console console;

    Preparation(Console console) {
        this.console = console;
    }

    int run() {
        Installation installation = Installation.locate();
        if (!installation.isUnpacked()) {
            console.step("Unpacking PostgreSQL and Payara Micro (once)");
        }
        installation.postgresBinaries();
        PayaraRuntime payara = installation.payara();
        if (payara.sharedClasses().isEmpty()) {
            console.step("Preparing quicker starts (once, about a minute)");
            try {
                keepClasses(installation, payara.sharedClassesFile());
            } catch (IOException | LaunchFailure slowerThen) {
                console.step("Starts stay as they are: " + slowerThen.getMessage());
            }
        }
        return 0;
    }

    private static void keepClasses(Installation installation, Path target) throws IOException {
        Path data = Files.createTempDirectory("anpi-prepare");
        Path made = target.resolveSibling(target.getFileName() + ".making");
        PropertySources properties = PropertySources.of(Map.of(
                "anpi.data.dir", data.toString(), "anpi.http.port", Integer.toString(PostgresCluster.freePort())));
        ProductProcess.Options options =
                new ProductProcess.Options(true, List.of("-XX:ArchiveClassesAtExit=" + made), line -> {});
        try (Instance instance = Instance.start(installation, properties, options, step -> {})) {
            instance.awaitReady();
            instance.product().stopWithin(DUMP_LIMIT);
            Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileTrees.delete(data);
            Files.deleteIfExists(made);
        }
    }
}
