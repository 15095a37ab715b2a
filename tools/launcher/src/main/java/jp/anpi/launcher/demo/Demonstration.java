package jp.anpi.launcher.demo;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.anpi.foundation.Settings;
import jp.anpi.launcher.Console;
import jp.anpi.launcher.Installation;
import jp.anpi.launcher.Instance;
import jp.anpi.launcher.LaunchFailure;
import jp.anpi.launcher.ProductProcess;
import jp.anpi.launcher.PropertySources;
import jp.anpi.simulator.LineSimulator;
import jp.anpi.simulator.SimulatorOptions;

/**
 * {@code ./anpi demo}: the product on a simulated LINE, with a sample town or the main story.
 *
 * <p>It always begins anew: the simulated phones live in memory, so what the last demonstration left in the database
 * would have no phones any more.
 */
public final class Demonstration {

    /** Held on to, since a logger that nobody holds forgets its level. */
    private static final Logger WEB_SERVER = Logger.getLogger("org.eclipse.jetty");

    private static final Logger WEB_FRAMEWORK = Logger.getLogger("io.javalin");

    private final Console console;
    private final Clock clock;
    private final DemonstrationSettings made = DemonstrationSettings.generate();

    /** A demonstration that prints to a console. */
    public Demonstration(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
        WEB_SERVER.setLevel(Level.WARNING);
        WEB_FRAMEWORK.setLevel(Level.WARNING);
    }

    /**
     * Runs it to its end.
     *
     * @param given what the person who starts it set
     * @param story play the main story instead of loading the sample town
     * @param keep stay running after the story
     * @return exit code
     * @throws LaunchFailure when it cannot start, a step of the story did not happen, or something ended unexpectedly
     */
    public int run(PropertySources given, boolean story, boolean keep) {
        if (given.value("anpi.db.url").isPresent()) {
            throw new LaunchFailure(
                    LaunchFailure.WRONG_SETTING,
                    "anpi.db.url is set: a demonstration fills a database of its own only; unset it for ./anpi demo");
        }
        PropertySources complete = made.complete(given.known(console::warning), clock);
        Settings settings = complete.settings();
        URI product = settings.addressHere();
        try (LineSimulator line = LineSimulator.start(options(settings, product))) {
            ProductProcess.Options options = ProductProcess.Options.quick().console(console::logged);
            PropertySources properties = made.pointedAt(line.url(), complete);
            try (Instance instance = Instance.startAnew(Installation.locate(), properties, options, console::step)) {
                instance.announce("demo", Optional.of(line.url()), clock);
                instance.awaitReady();
                console.started();
                boolean happened = present(instance, line, story, keep);
                if (story && !keep) {
                    return happened ? 0 : 1;
                }
                printAddresses(instance, line);
                throw instance.awaitEnd();
            }
        }
    }

    /** @return whether everything went as it should; what did not is on the console */
    private boolean present(Instance instance, LineSimulator line, boolean story, boolean keep) {
        DevClock time = new DevClock(instance.address());
        try {
            if (story) {
                new Story(console, line, time).play();
            } else {
                console.step("Registering the people of a small town through their phones");
                new SampleTown(line, time).settle();
            }
            return true;
        } catch (LaunchFailure didNotHappen) {
            if (story && !keep) {
                throw didNotHappen;
            }
            // The phones and the log show more than the message, so they stay.
            console.failure(didNotHappen);
            return false;
        }
    }

    private SimulatorOptions options(Settings settings, URI product) {
        return SimulatorOptions.defaults()
                .withPort(FreePort.near(settings.httpPort() + 1))
                .withWebhookUrl(URI.create(
                        product + "/line/webhook/" + settings.organization().key()))
                .withProductUrl(product)
                // LINE gives two seconds; a laptop that is still compiling may need more, and nothing is lost by
                // waiting.
                .withWebhookTimeout(Duration.ofSeconds(20))
                .withChannelSecret(made.secret())
                .withChannelAccessToken(made.token());
    }

    private void printAddresses(Instance instance, LineSimulator line) {
        console.line("");
        console.line("Anpi のデモが動いています。 / The demonstration is running.");
        console.line("  電話（LINEの代わり）/ Phones   " + line.url() + "/");
        console.line("  職員の画面 / Staff pages       " + instance.address() + "/admin/");
        Settings.FirstAdministrator staff = instance.settings().administrator();
        console.line("                                 利用者ID / user: " + staff.user() + "   パスワード / password: "
                + staff.password().orElseThrow());
        console.line("  時刻 / Clock                   " + instance.address() + "/dev/clock");
        console.line("  記録 / Log                     " + instance.product().logFile());
        new WhatToTry(console).print(instance.address(), line.url());
    }
}
