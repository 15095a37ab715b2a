package jp.anpi.foundation;

import java.time.Clock;

/** The one place that reads the machine's time; everything else is given a {@link Clock}. */
public final class SystemClock {

    private SystemClock() {}

    /** The machine's time, in UTC. */
    public static Clock clock() {
        return Clock.systemUTC();
    }
}
