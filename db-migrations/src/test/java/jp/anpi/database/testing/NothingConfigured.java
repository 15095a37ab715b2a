package jp.anpi.database.testing;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigBuilder;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/** A configuration that holds nothing, for tests outside of a server, which would bring one. */
final class NothingConfigured extends ConfigProviderResolver implements Config {

    private static final NothingConfigured INSTANCE = new NothingConfigured();

    static void install() {
        ConfigProviderResolver.setInstance(INSTANCE);
    }

    @Override
    public Config getConfig() {
        return this;
    }

    @Override
    public Config getConfig(ClassLoader loader) {
        return this;
    }

    @Override
    public ConfigBuilder getBuilder() {
        throw new IllegalStateException("Nothing is to be configured here");
    }

    @Override
    public void registerConfig(Config config, ClassLoader classLoader) {
        throw new IllegalStateException("Nothing is to be configured here");
    }

    @Override
    public void releaseConfig(Config config) {
        // Nothing is held.
    }

    @Override
    public <T> T getValue(String propertyName, Class<T> propertyType) {
        throw new NoSuchElementException(propertyName);
    }

    @Override
    public ConfigValue getConfigValue(String propertyName) {
        throw new NoSuchElementException(propertyName);
    }

    @Override
    public <T> Optional<T> getOptionalValue(String propertyName, Class<T> propertyType) {
        return Optional.empty();
    }

    @Override
    public Iterable<String> getPropertyNames() {
        return List.of();
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
        return List.of();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> forType) {
        return Optional.empty();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new IllegalArgumentException(type.getName());
    }
}
