package jp.anpi.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import jp.anpi.launcher.audit.Audit;
import jp.anpi.launcher.audit.LogVerification;
import jp.anpi.launcher.demo.Demonstration;

/** What the script {@code ./anpi} runs. Exit code 0 is success, 2 a wrong setting, 1 any other failure. */
public final class Main {

    private Main() {}

    /** Runs one command to its end; {@code serve} and {@code demo} end when they are told to. */
    public static void main(String[] words) {
        System.exit(run(words, utf8(FileDescriptor.out), utf8(FileDescriptor.err)));
    }

    /** The same without ending the JVM, for tests. */
    public static int run(String[] words, PrintStream out, PrintStream errors) {
        Console console = new Console(out, errors);
        try {
            return run(CommandLine.parse(words), console, Clock.systemUTC());
        } catch (LaunchFailure failure) {
            console.failure(failure);
            return failure.exitCode();
        }
    }

    /** The JVM would print Japanese as question marks where the terminal's locale is not set. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static int run(CommandLine line, Console console, Clock clock) {
        return switch (line.command()) {
            case "serve" -> new Serve(console, clock).run(line);
            case "demo" -> new Demonstration(console, clock).run(line.properties(), line.story(), line.keep());
            case "status" -> new Control(console).status(line);
            case "stop" -> new Control(console).stop(line);
            case "backup" -> new Backup(console, clock).run(line);
            case "restore" -> new Restore(console).run(line);
            case "audit" -> new Audit(console, clock).run(line.properties());
            case "verify-log" -> new LogVerification(console).run(line.properties());
            case "rotate-keys" -> new KeyRotation(console).run(line);
            case "prepare" -> new Preparation(console).run();
            default ->
                throw new LaunchFailure(
                        LaunchFailure.WRONG_SETTING, "unknown command '" + line.command() + "'; see ./anpi help");
        };
    }
}
