package jp.anpi.foundation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import jp.anpi.foundation.ManualClock;
import jp.anpi.foundation.Settings;
import jp.anpi.foundation.Settings.Profile;
import jp.anpi.foundation.SystemClock;
import jp.anpi.foundation.WallTime;
import org.eclipse.microprofile.config.ConfigProvider;

/** Gives everyone the clock that the settings name (E-16). */
@ApplicationScoped
public class Clocks {

    /** How far this node's clock is off, such as {@code PT5M}; to see what comes of it, and only in development. */
    private static final String OFFSET = "anpi.clock.offset";

    @Produces
    @Singleton
    Clock clock(Settings settings) {
        return settings.manualClockStart().<Clock>map(ManualClock::new).orElseGet(() -> wallClock(settings));
    }

    @Produces
    @Singleton
    @WallTime
    Clock wallClock(Settings settings) {
        return settings.profile() == Profile.DEV
                ? ConfigProvider.getConfig()
                        .getOptionalValue(OFFSET, Duration.class)
                        .map(offset -> Clock.offset(SystemClock.clock(), offset))
                        .orElseGet(SystemClock::clock)
                : SystemClock.clock();
    }
}
