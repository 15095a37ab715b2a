package jp.anpi.simulator.traffic;

import java.time.Duration;

/**
 * One fault: what happens, on which paths, how often.
 *
 * @param kind what happens to the request
 * @param pathPrefix only requests whose path starts so; the empty string means all
 * @param times how many requests it hits before it is over; 0 means until it is cleared
 * @param delay how long a {@link FaultKind#SLOW} answer takes
 */
public record Fault(FaultKind kind, String pathPrefix, int times, Duration delay) {

    /** A fault on every path until it is cleared. */
    public static Fault of(FaultKind kind) {
        return new Fault(kind, "", 0, Duration.ZERO);
    }

    /** Every answer comes late. */
    public static Fault slow(Duration delay) {
        return new Fault(FaultKind.SLOW, "", 0, delay);
    }

    public Fault onPath(String prefix) {
        return new Fault(kind, prefix, times, delay);
    }

    public Fault forNext(int requests) {
        return new Fault(kind, pathPrefix, requests, delay);
    }

    boolean hits(String path) {
        return path.startsWith(pathPrefix);
    }
}
