package jp.anpi.foundation.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A machine's clock that is off by as much as a test says. */
final class Wall extends Clock {

    Instant trueTime = Instant.parse("2026-11-22T03:00:00Z");
    Duration off = Duration.ZERO;

    void pass(Duration time) {
        trueTime = trueTime.plus(time);
    }

    @Override
    public Instant instant() {
        return trueTime.plus(off);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
