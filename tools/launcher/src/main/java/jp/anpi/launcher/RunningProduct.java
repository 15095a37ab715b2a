package jp.anpi.launcher;

import java.net.URI;
import java.util.Set;
import jp.anpi.foundation.Settings;

/** The product as it runs, for tools that look at it from outside. */
public final class RunningProduct {

    private static final Set<String> WHERE = Set.of("anpi.http.address", "anpi.http.port");

    private RunningProduct() {}

    /**
     * Where to ask it: as said for this very run, else where the instance of that data directory was started to answer, be
     * it otherwise than the configuration says, else as configured.
     */
    public static URI address(PropertySources properties) {
        Settings settings = properties.settings();
        if (WHERE.stream().anyMatch(properties::saysForThisRun)) {
            return settings.addressHere();
        }
        return PidFile.read(settings.dataDirectory())
                .map(started -> URI.create(started.address()))
                .orElseGet(settings::addressHere);
    }
}
