package jp.anpi.foundation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jp.anpi.foundation.Settings;
import jp.anpi.foundation.SettingsReader;
import org.eclipse.microprofile.config.ConfigProvider;

/** Settings from MicroProfile Config: system properties, environment, server configuration. */
@ApplicationScoped
public class ConfiguredSettings {

    @Produces
    @Singleton
    Settings settings() {
        var config = ConfigProvider.getConfig();
        return SettingsReader.read(property -> config.getOptionalValue(property, String.class));
    }
}
