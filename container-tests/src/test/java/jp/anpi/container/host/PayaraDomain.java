package jp.anpi.container.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A domain made anew from the delivered one: ports of its own, and a JVM that compiles quickly rather than well.
 *
 * @param directory where it lies
 */
record PayaraDomain(String name, Path directory, int httpPort, int adminPort) {

    private static final String DELIVERED = "domain1";
    private static final List<String> QUICK =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8");

    /** @param settings become system properties */
    static PayaraDomain make(Path payara, String name, Map<String, String> settings) {
        Path domains = payara.resolve("glassfish/domains");
        Path domain = domains.resolve(name);
        endLeftOver(domain);
        Folders.delete(domain);
        Folders.copy(domains.resolve(DELIVERED), domain);
        List<Integer> ports = FreePort.several(6);
        Path file = domain.resolve("config/domain.xml");
        try {
            Files.writeString(file, configured(Files.readString(file), ports, settings));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return new PayaraDomain(name, domain, ports.get(0), ports.get(1));
    }

    /** A run that was killed leaves its server behind. */
    private static void endLeftOver(Path domain) {
        try {
            Path file = domain.resolve("config/pid");
            if (Files.exists(file)) {
                long pid = Long.parseLong(Files.readString(file).strip());
                Path command = Path.of("/proc", Long.toString(pid), "cmdline");
                if (Files.exists(command) && Files.readString(command).contains(domain.toString())) {
                    ProcessHandle.of(pid).ifPresent(PayaraDomain::end);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void end(ProcessHandle server) {
        server.destroyForcibly();
        server.onExit().join();
    }

    private static String configured(String delivered, List<Integer> ports, Map<String, String> settings) {
        String text = delivered;
        text = replaced(text, "port=\"8080\"", "port=\"" + ports.get(0) + "\"");
        text = replaced(text, "port=\"4848\"", "port=\"" + ports.get(1) + "\"");
        text = replaced(text, "port=\"8181\"", "port=\"" + ports.get(2) + "\"");
        text = replaced(text, "port=\"3700\"", "port=\"" + ports.get(3) + "\"");
        text = replaced(text, "port=\"8686\"", "port=\"" + ports.get(4) + "\"");
        text = replaced(text, "value=\"7676\"", "value=\"" + ports.get(5) + "\"");
        // One server needs no data grid, which would listen to the network.
        text = replaced(
                text,
                "<hazelcast-config-specific-configuration>",
                "<hazelcast-config-specific-configuration enabled=\"false\">");
        Stream<String> properties =
                settings.entrySet().stream().map(setting -> "-D" + setting.getKey() + "=" + setting.getValue());
        String options = Stream.concat(QUICK.stream(), properties)
                .map(option -> "<jvm-options>" + option + "</jvm-options>")
                .collect(Collectors.joining());
        return replaced(text, "<jvm-options>-server</jvm-options>", options);
    }

    /** The first occurrence only: what follows is the template for further servers. */
    private static String replaced(String text, String from, String to) {
        int position = text.indexOf(from);
        if (position < 0) {
            throw new IllegalStateException("The delivered domain.xml has no " + from);
        }
        return text.substring(0, position) + to + text.substring(position + from.length());
    }
}
