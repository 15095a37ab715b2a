package jp.anpi.launcher;

import java.time.Clock;
import java.util.Optional;
import jp.anpi.foundation.Settings;

/** {@code ./anpi serve}: the product alone, until it is told to end. */
final class Serve {

    private final Console console;
    private final Clock clock;

    Serve(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    int run(CommandLine line) {
        PropertySources properties = line.properties().known(console::warning);
        // Development starts often and runs briefly: there half the start time is worth more than peak speed.
        boolean development = properties.settings().profile() == Settings.Profile.DEV;
        ProductProcess.Options options = (development
                        ? ProductProcess.Options.quick()
                        : ProductProcess.Options.standard())
                .console(console::logged);
        Instance instance = Instance.start(Installation.locate(), properties, options, console::step);
        instance.announce("serve", Optional.empty(), clock);
        instance.awaitReady();
        console.started();
        printAddresses(instance);
        throw instance.awaitEnd();
    }

    private void printAddresses(Instance instance) {
        Settings settings = instance.settings();
        String base = settings.publicUrl().toString();
        console.line("");
        console.line("Anpi is running.");
        console.line("  LINE webhook    " + base + "/line/webhook/"
                + settings.organization().key());
        new StaffDoor(console).print(settings);
        console.line("  Health          " + instance.address() + "/health/ready");
        console.line("  Metrics         " + instance.address() + "/metrics");
        console.line("  Data            " + settings.dataDirectory());
        console.line("  Log             " + instance.product().logFile());
        console.line("Ctrl-C or ./anpi stop ends it.");
    }
}
