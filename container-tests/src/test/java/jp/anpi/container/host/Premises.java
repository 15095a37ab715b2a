package jp.anpi.container.host;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Opened before Arquillian wakes up: an empty PostgreSQL in which the product may not make or change a table, and a
 * domain of Payara Server that knows it. LINE is a port on which nobody listens unless a test does.
 */
public final class Premises implements LauncherSessionListener {

    public static final String STAFF_PASSWORD = "container-test-staff";

    /** Mails and messages by a gateway count as ways beside LINE; nobody listens there either. */
    private static final Map<String, String> BESIDE_LINE = Map.of(
            "anpi.gateway.url", "http://localhost:1/sms",
            "anpi.gateway.token", "gateway-token",
            "anpi.mail.host", "127.0.0.1",
            "anpi.mail.port", "1",
            "anpi.mail.tls", "none",
            "anpi.mail.from", "anpi@midori.example.jp");

    private Postgres database;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String payara = System.getProperty("anpi.test.payara");
        if (payara == null) {
            return; // inside the container, or a look at the list of tests
        }
        database = Postgres.started("premises", "container-test-password");
        int line = FreePort.any();
        PayaraDomain domain = PayaraDomain.make(Path.of(payara), "anpi-test", settings(database.settings(), line));
        System.setProperty("anpi.test.domain", domain.name());
        System.setProperty("anpi.test.admin-port", Integer.toString(domain.adminPort()));
        System.setProperty("anpi.test.http-port", Integer.toString(domain.httpPort()));
        System.setProperty("anpi.test.line-port", Integer.toString(line));
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (database != null) {
            database.close();
        }
    }

    private static Map<String, String> settings(Map<String, String> database, int line) {
        Map<String, String> settings = new LinkedHashMap<>(database);
        settings.put("anpi.profile", "dev");
        settings.put("anpi.admin.password", STAFF_PASSWORD);
        settings.put("anpi.clock", "manual:2026-11-22T07:00:00+09:00");
        settings.putAll(BESIDE_LINE);
        settings.putAll(Phones.settings("http://127.0.0.1:" + line));
        return settings;
    }
}
