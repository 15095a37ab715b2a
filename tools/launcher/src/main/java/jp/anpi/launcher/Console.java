package jp.anpi.launcher;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a person at the terminal reads: few lines, each worth reading. The whole log is in the data directory. */
public final class Console {

    /** Date and time, level, logger: the beginning of a line of the product's log. */
    private static final Pattern RECORD = Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT\\S+ (\\p{Upper}+) (\\S+) (.*)$");

    /** The JDK's name and those of other logging libraries. */
    private static final Set<String> SEVERE = Set.of("SEVERE", "ERROR", "FATAL");

    private final PrintStream out;
    private final PrintStream errors;
    private final List<String> heldBack = new ArrayList<>();
    private boolean starting = true;

    /** A console that prints news to one stream and failures to another. */
    public Console(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    /** Prints a line as it is. */
    public void line(String text) {
        out.println(text);
        out.flush();
    }

    /** Prints a step of what is being done. */
    public void step(String text) {
        line("· " + text);
    }

    /** Prints what somebody should put right although everything goes on. */
    public void warning(String text) {
        line("  WARNING " + text);
    }

    /** From now on only warnings of the product are shown; first those of the start. */
    public synchronized void started() {
        starting = false;
        showHeldBack();
    }

    /**
     * Shows a line of the product's log if it is ours or severe. What goes wrong during the start waits for its end: where
     * a setting is refused, everything else that fails then only fails because of it.
     */
    public synchronized void logged(String text) {
        var record = RECORD.matcher(text);
        if (!record.matches() || !isWorthReading(record.group(1), record.group(2))) {
            return;
        }
        String shown = "  " + record.group(1) + " " + record.group(3);
        if (starting && !record.group(1).equals("INFO")) {
            heldBack.add(shown);
        } else {
            line(shown);
        }
    }

    /** Says in one line why it did not work. */
    public synchronized void failure(LaunchFailure failure) {
        if (failure.exitCode() != LaunchFailure.WRONG_SETTING) {
            showHeldBack();
        }
        out.flush();
        errors.println("anpi: " + failure.getMessage());
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            errors.println("      " + cause);
        }
    }

    private void showHeldBack() {
        heldBack.forEach(this::line);
        heldBack.clear();
    }

    private boolean isWorthReading(String level, String logger) {
        boolean ours = logger.startsWith("jp.anpi");
        boolean severe = SEVERE.contains(level);
        boolean warning = severe || level.startsWith("WARN");
        // During the start a failure is told in one line of its own, whatever the server said about it.
        return ours ? warning || (starting && level.equals("INFO")) : !starting && severe;
    }
}
