package jp.anpi.simulator;

import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The simulator as a process of its own. */
public final class Main {

    /** Held, because a logger that nobody holds forgets its level. */
    private static final List<Logger> TALKATIVE =
            List.of(Logger.getLogger("io.javalin"), Logger.getLogger("org.eclipse.jetty"));

    private static final Map<String, BiFunction<SimulatorOptions, String, SimulatorOptions>> OPTIONS = options();

    private Main() {}

    public static void main(String[] arguments) {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
        SimulatorOptions options;
        try {
            options = parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println("Options: " + OPTIONS.keySet().stream().sorted().toList());
            System.exit(2);
            return;
        }
        LineSimulator simulator;
        try {
            simulator = LineSimulator.start(options);
        } catch (JavalinBindException e) {
            System.err.println("Port " + options.port() + " is taken: choose another with --port");
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "line-simulator-stop"));
        System.out.println("LINE simulator: " + simulator.url());
    }

    static SimulatorOptions parse(String... arguments) {
        SimulatorOptions options = SimulatorOptions.defaults();
        for (int i = 0; i < arguments.length; i += 2) {
            var option = OPTIONS.get(arguments[i]);
            if (option == null) {
                throw new IllegalArgumentException("Unknown option " + arguments[i]);
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("Option " + arguments[i] + " needs a value");
            }
            try {
                options = option.apply(options, arguments[i + 1]);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "Option " + arguments[i] + " cannot be '" + arguments[i + 1] + "'", e);
            }
        }
        return options;
    }

    private static Map<String, BiFunction<SimulatorOptions, String, SimulatorOptions>> options() {
        Map<String, BiFunction<SimulatorOptions, String, SimulatorOptions>> map = new HashMap<>();
        map.put("--host", SimulatorOptions::withHost);
        map.put("--port", (options, value) -> options.withPort(Integer.parseInt(value)));
        map.put("--webhook-url", (options, value) -> options.withWebhookUrl(URI.create(value)));
        map.put("--product-url", (options, value) -> options.withProductUrl(URI.create(value)));
        map.put("--channel-id", SimulatorOptions::withChannelId);
        map.put("--channel-secret", SimulatorOptions::withChannelSecret);
        map.put("--channel-access-token", SimulatorOptions::withChannelAccessToken);
        map.put("--basic-id", SimulatorOptions::withBasicId);
        map.put("--display-name", SimulatorOptions::withDisplayName);
        map.put("--monthly-limit", (options, value) -> options.withMonthlyLimit(Long.parseLong(value)));
        map.put("--verified", (options, value) -> options.withVerified(Boolean.parseBoolean(value)));
        return map;
    }
}
