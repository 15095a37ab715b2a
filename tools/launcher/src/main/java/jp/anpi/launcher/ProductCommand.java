package jp.anpi.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.anpi.foundation.Settings;
import jp.anpi.launcher.ProductProcess.Options;

/**
 * The command that starts the product on Payara Micro, and the files that it names.
 *
 * <p>Settings go to it as environment variables: a command line is for every user of the machine to read.
 */
final class ProductCommand {

    private static final String LINE_FORMAT = "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s %5$s%6$s%n";

    /** Payara's own. */
    private static final String JSON_FORMATTER = "fish.payara.enterprise.server.logging.JSONLogFormatter";

    private static final String LISTENER =
            "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener";

    private ProductCommand() {}

    static ProcessBuilder of(Installation installation, PropertySources properties, Options options) {
        Settings settings = properties.settings();
        Path directory = settings.dataDirectory().resolve("payara");
        installation.payara().prepare(directory);
        ProcessBuilder builder = new ProcessBuilder(words(installation, settings, directory, options))
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(properties.asEnvironment());
        builder.environment().put("ANPI_DATA_DIR", settings.dataDirectory().toString());
        // The JVM reads Japanese paths and values only in a UTF-8 locale.
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }

    /** Stands on the command line, so that a later start knows whose the process is. */
    static String marker(Path dataDirectory) {
        return "-Danpi.instance=" + dataDirectory;
    }

    /** One process needs no data grid, and Hazelcast would open a port to the network even without a cluster. */
    private static List<String> words(Installation installation, Settings settings, Path directory, Options options) {
        PayaraRuntime payara = installation.payara();
        List<String> command = new ArrayList<>(DetachedCommand.prefix());
        command.add(JavaCommand.executable());
        command.addAll(JavaCommand.flags(options.quickStart(), payara.sharedClasses()));
        command.addAll(options.jvmFlags());
        command.add(marker(settings.dataDirectory()));
        command.add("-Djava.util.logging.SimpleFormatter.format=" + LINE_FORMAT);
        command.addAll(payara.mainArguments());
        command.addAll(List.of(
                "--rootdir",
                directory.toString(),
                "--name",
                "anpi",
                "--deploy",
                installation.webArchive().toString(),
                "--contextroot",
                "/",
                "--port",
                Integer.toString(settings.httpPort()),
                "--nohazelcast",
                "--disablephonehome",
                "--maxhttpthreads",
                "300",
                "--prebootcommandfile",
                ownFile(directory, "preboot.asadmin", text -> text + listening(settings))
                        .toString(),
                "--logproperties",
                ownFile(directory, "logging.properties", text -> formatted(text, settings))
                        .toString()));
        return command;
    }

    /** Payara Micro has an option for the port and none for the address. */
    private static String listening(Settings settings) {
        return LISTENER + ".address=" + settings.httpAddress() + "\n";
    }

    private static String formatted(String logging, Settings settings) {
        return settings.operation().logFormat() == Settings.LogFormat.JSON
                ? logging.replace("java.util.logging.SimpleFormatter", JSON_FORMATTER)
                : logging;
    }

    private static Path ownFile(Path directory, String name, UnaryOperator<String> change) {
        Path target = directory.resolve("anpi-" + name);
        try (InputStream source = ProductCommand.class.getResourceAsStream(name)) {
            String text = new String(source.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(target, change.apply(text));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
