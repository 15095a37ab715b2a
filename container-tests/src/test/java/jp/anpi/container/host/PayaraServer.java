package jp.anpi.container.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.anpi.launcher.Await;
import jp.anpi.launcher.SteadyHttp;

/** A Payara Server as unpacked, run as an IT department would: with asadmin and the script of payara-config. */
public final class PayaraServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final PayaraDomain domain;

    private PayaraServer(PayaraDomain domain) {
        this.domain = domain;
    }

    /** A domain as delivered but for its ports; started, with nothing on it. */
    public static PayaraServer started(String name) {
        PayaraServer server = new PayaraServer(PayaraDomain.make(Checkout.payara(), name, Map.of()));
        server.asadmin("start-domain", name).ok();
        return server;
    }

    /** The one that Arquillian has started. */
    public static PayaraServer ofPremises() {
        String name = System.getProperty("anpi.test.domain");
        return new PayaraServer(new PayaraDomain(
                name,
                Checkout.payara().resolve("glassfish/domains").resolve(name),
                Integer.getInteger("anpi.test.http-port"),
                Integer.getInteger("anpi.test.admin-port")));
    }

    /** Base of its addresses. */
    public URI address() {
        return URI.create("http://localhost:" + domain.httpPort());
    }

    /** Runs the script with these settings, and with an archive to deploy if one is given. */
    public Command.Outcome configure(Map<String, String> settings, Path... archive) {
        Path file = Checkout.workplace().resolve(domain.name() + ".properties");
        String text = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n"));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        List<String> words = new ArrayList<>(List.of(
                Checkout.payaraConfig("configure-server.sh").toString(),
                "--port",
                Integer.toString(domain.adminPort()),
                file.toString()));
        for (Path one : archive) {
            words.add(one.toString());
        }
        // As a server's shell may have it.
        Map<String, String> environment =
                Map.of("PAYARA_HOME", Checkout.payara().toString(), "LC_ALL", "POSIX");
        return Command.run(environment, words);
    }

    /** A command of asadmin to this domain. */
    public Command.Outcome asadmin(String... command) {
        List<String> words = new ArrayList<>(
                List.of(Checkout.payara().resolve("bin/asadmin").toString(), "--port", "" + domain.adminPort()));
        words.addAll(List.of(command));
        return Command.run(Map.of(), words);
    }

    /** Stops it in an orderly way and starts it again. */
    public void restart() {
        // Without its name asadmin would take whatever the first domain is.
        asadmin("restart-domain", domain.name()).ok();
    }

    /** Waits until the application says that it is ready. */
    public void awaitReady() {
        if (!Await.until(PATIENCE, () -> status("/health/ready") == 200)) {
            throw new AssertionError("not ready; see " + log());
        }
    }

    /** HTTP status of an address, 0 where nothing answers. */
    public int status(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return SteadyHttp.CLIENT.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException silent) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The configuration as the server keeps it. */
    public String configuration() {
        return read(domain.directory().resolve("config/domain.xml"));
    }

    /** Everything it has logged. */
    public String logged() {
        return read(log());
    }

    /** The same without what came before its last start: how a server speaks of itself while it ends is its own affair. */
    public String loggedSinceItsStart() {
        String logged = logged();
        return logged.substring(Math.max(0, logged.lastIndexOf("JVM invocation command line")));
    }

    private Path log() {
        return domain.directory().resolve("logs/server.log");
    }

    /** Number of its process. */
    public long pid() {
        return Long.parseLong(read(domain.directory().resolve("config/pid")).strip());
    }

    /** Names of its threads. */
    public List<String> threadNames() {
        return tool("Thread.print")
                .lines()
                .filter(line -> line.startsWith("\""))
                .map(line -> line.substring(1, line.indexOf('"', 1)))
                .toList();
    }

    private String tool(String question) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin/jcmd").toString();
        return Command.run(Map.of(), List.of(jcmd, Long.toString(pid()), question))
                .ok();
    }

    /** Ends it as a power cut would. */
    public void kill9() {
        ProcessHandle.of(pid()).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    @Override
    public void close() {
        asadmin("stop-domain", domain.name());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
