package jp.anpi.container.host;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.anpi.launcher.EmbeddedDatabase;
import jp.anpi.launcher.PostgresBinaries;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Opened before Arquillian wakes up: an empty PostgreSQL, and a domain of Payara Server that knows it. LINE is a port
 * on which nobody listens.
 */
public final class Premises implements LauncherSessionListener {

    private EmbeddedDatabase database;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String payara = System.getProperty("anpi.test.payara");
        if (payara == null) {
            return; // inside the container, or a look at the list of tests
        }
        Path directory = Path.of(System.getProperty("anpi.test.directory"));
        Folders.delete(directory.resolve("data"));
        database =
                EmbeddedDatabase.start(directory.resolve("data"), PostgresBinaries.in(directory.resolve("postgres")));
        PayaraDomain domain = PayaraDomain.make(Path.of(payara), settings(database));
        System.setProperty("anpi.test.domain", domain.name());
        System.setProperty("anpi.test.admin-port", Integer.toString(domain.adminPort()));
        System.setProperty("anpi.test.http-port", Integer.toString(domain.httpPort()));
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (database != null) {
            database.close();
        }
    }

    private static Map<String, String> settings(EmbeddedDatabase database) {
        Map<String, String> settings = new LinkedHashMap<>(database.properties());
        settings.put("anpi.profile", "dev");
        settings.put("anpi.clock", "manual:2026-11-22T07:00:00+09:00");
        settings.put("anpi.line.api-base-url", "http://127.0.0.1:1");
        settings.put("anpi.line.data-base-url", "http://127.0.0.1:1");
        settings.put("anpi.line.channel-secret", "container-test-secret");
        settings.put("anpi.line.channel-access-token", "container-test-token");
        return settings;
    }
}
