package jp.anpi.launcher.audit;

import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.anpi.foundation.Settings;
import jp.anpi.launcher.Console;
import jp.anpi.launcher.LaunchFailure;
import jp.anpi.launcher.NamedDatabase;
import jp.anpi.launcher.PropertySources;
import jp.anpi.launcher.RunningDatabase;
import jp.anpi.launcher.RunningProduct;
import jp.anpi.launcher.demo.DevClock;

/**
 * Looks at the health address and into the database, prints what it finds, and pings an address elsewhere only when all
 * is well: so that somebody is alarmed who would otherwise hear nothing, whatever died.
 */
public final class Audit {

    /** All is well, and the ping was received where one was asked for. */
    public static final int GOOD = 0;

    /** At least one promise is not kept. */
    public static final int FINDINGS = 1;

    /** Nothing was found, but not everything could be looked at. */
    public static final int COULD_NOT_CHECK = 2;

    private final Console console;
    private final Clock clock;
    private final List<String> findings = new ArrayList<>();
    private final List<String> unchecked = new ArrayList<>();

    public Audit(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    /** @return the exit code */
    public int run(PropertySources properties) {
        Settings settings = properties.settings();
        URI address = RunningProduct.address(properties);
        HealthProbe.finding(address).ifPresent(findings::add);
        lookIntoDatabase(settings, address);
        findings.forEach(finding -> console.line("FINDING  " + finding));
        unchecked.forEach(reason -> console.line("UNKNOWN  " + reason));
        if (!findings.isEmpty()) {
            return FINDINGS;
        }
        if (unchecked.isEmpty()) {
            console.line("All is well: ready, and " + Promise.values().length + " promises kept in the database.");
            settings.operation().auditPingUrl().ifPresent(this::ping);
        }
        return unchecked.isEmpty() ? GOOD : COULD_NOT_CHECK;
    }

    private void lookIntoDatabase(Settings settings, URI address) {
        try {
            Instant now = settings.manualClockStart().isPresent() ? new DevClock(address).now() : clock.instant();
            findings.addAll(DatabaseProbe.findings(RunningDatabase.of(settings), now));
        } catch (LaunchFailure unreachable) {
            unchecked.add(unreachable.getMessage());
        } catch (SQLException refused) {
            unchecked.add("the database cannot be looked at: " + NamedDatabase.oneLine(refused));
        }
    }

    private void ping(URI url) {
        HealthProbe.refusal(url).ifPresent(reason -> {
            unchecked.add(reason);
            console.line("UNKNOWN  the ping was not received (anpi.audit.ping-url): " + reason);
        });
    }
}
