package jp.anpi.launcher.demo;

import java.time.Clock;
import jp.anpi.launcher.Console;

/** {@code ./anpi demo}. */
public final class Demonstration {

    /** A demonstration that prints to a console. */
    public Demonstration(Console console, Clock clock) {}

    /** Runs it to its end. */
    public int run(Object line) {
        return 1;
    }
}
