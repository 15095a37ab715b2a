package jp.anpi.launcher.demo;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.anpi.launcher.PropertySources;

/**
 * Settings of a demonstration: what anyone set stands, the rest is made up.
 *
 * @param secret channel secret of the simulated channel
 * @param token its long-lived access token
 * @param staffPassword of the first system administrator
 */
record DemonstrationSettings(String secret, String token, String staffPassword) {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    static DemonstrationSettings generate() {
        return new DemonstrationSettings(random(16), random(32), random(6));
    }

    /** What can be said before the simulator runs. */
    PropertySources complete(PropertySources given, Clock clock) {
        // Real data and a town made up must never meet, so the demonstration has a directory of its own.
        Path data = Path.of(given.value("anpi.data.dir").orElse("./var")).resolve("demo");
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put("anpi.clock", "manual:" + today(clock));
        defaults.put("anpi.admin.password", staffPassword);
        defaults.put("anpi.organization.name", "みどり市 見守りサービス");
        return given.withDefaults(defaults)
                .with(Map.of(
                        "anpi.profile",
                        "dev",
                        "anpi.data.dir",
                        data.toString(),
                        "anpi.line.channel-secret",
                        secret,
                        "anpi.line.channel-access-token",
                        token));
    }

    /** The same with LINE being the simulator. */
    PropertySources pointedAt(URI simulator, PropertySources complete) {
        return complete.with(Map.of(
                "anpi.line.api-base-url", simulator.toString(), "anpi.line.data-base-url", simulator.toString()));
    }

    private static OffsetDateTime today(Clock clock) {
        return clock.instant().atZone(TOKYO).toLocalDate().atTime(MORNING).atOffset(ZoneOffset.ofHours(9));
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
