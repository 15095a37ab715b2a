package jp.anpi.launcher;

import java.time.Clock;
import jp.anpi.launcher.demo.Demonstration;

/** What the script {@code ./anpi} runs. Exit code 0 is success, 2 a wrong setting, 1 any other failure. */
public final class Main {

    private Main() {}

    /** Runs one command to its end; {@code serve} and {@code demo} end when they are told to. */
    public static void main(String[] words) {
        Console console = new Console(System.out);
        try {
            System.exit(run(CommandLine.parse(words), console, Clock.systemUTC()));
        } catch (LaunchFailure failure) {
            console.failure(failure);
            System.exit(failure.exitCode());
        }
    }

    private static int run(CommandLine line, Console console, Clock clock) {
        return switch (line.command()) {
            case "serve" -> new Serve(console, clock).run(line);
            case "demo" -> new Demonstration(console, clock).run(line);
            case "status" -> new Control(console).status(line);
            case "stop" -> new Control(console).stop(line);
            case "prepare" -> new Preparation(console).run();
            default ->
                throw new LaunchFailure(
                        LaunchFailure.WRONG_SETTING, "unknown command '" + line.command() + "'; see ./anpi help");
        };
    }
}
