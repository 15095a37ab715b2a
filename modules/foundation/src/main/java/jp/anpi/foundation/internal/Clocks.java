package jp.anpi.foundation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import jp.anpi.foundation.ManualClock;
import jp.anpi.foundation.Settings;
import jp.anpi.foundation.SystemClock;
import jp.anpi.foundation.WallTime;

/** Gives everyone the clock that the settings name (E-16). */
@ApplicationScoped
public class Clocks {

    @Produces
    @Singleton
    Clock clock(Settings settings) {
        return settings.manualClockStart().<Clock>map(ManualClock::new).orElseGet(SystemClock::clock);
    }

    @Produces
    @Singleton
    @WallTime
    Clock wallClock() {
        return SystemClock.clock();
    }
}
