package jp.anpi.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.anpi.foundation.InvalidSettingException;
import jp.anpi.foundation.PropertyNames;
import jp.anpi.foundation.Settings;
import jp.anpi.foundation.SettingsReader;

/**
 * Where settings come from. The order is MicroProfile Config's: system properties stand above environment variables,
 * and these above the properties file.
 */
public final class PropertySources {

    private static final String PREFIX = "anpi.";
    private static final String VARIABLE_PREFIX = "ANPI_";

    /** Those of the properties, and those of the script and of the browser tests. */
    private static final Set<String> VARIABLES = Stream.concat(
                    PropertyNames.ALL.stream().map(SettingsReader::environmentVariable),
                    Stream.of(JavaCommand.EXTRA_FLAGS, "ANPI_CHROMIUM"))
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, String> file;
    private final Map<String, String> environment;
    private final Map<String, String> systemProperties;

    private PropertySources(
            Map<String, String> file, Map<String, String> environment, Map<String, String> systemProperties) {
        this.file = file;
        this.environment = environment;
        this.systemProperties = systemProperties;
    }

    /** This process's system properties and environment, above a properties file if one is named. */
    public static PropertySources ofThisProcess(Optional<Path> configuration) {
        return new PropertySources(
                configuration.map(PropertySources::read).orElse(Map.of()),
                System.getenv(),
                ours(System.getProperties()));
    }

    /** These properties and nothing else; for tests. */
    public static PropertySources of(Map<String, String> properties) {
        return of(properties, Map.of());
    }

    static PropertySources of(Map<String, String> properties, Map<String, String> environment) {
        return new PropertySources(properties, environment, Map.of());
    }

    /** The same with some values set for good, whatever the other sources say. */
    public PropertySources with(Map<String, String> overriding) {
        Map<String, String> merged = new TreeMap<>(systemProperties);
        merged.putAll(overriding);
        return new PropertySources(file, environment, merged);
    }

    /** The same with values for what no other source says. */
    public PropertySources withDefaults(Map<String, String> defaults) {
        Map<String, String> merged = new TreeMap<>(defaults);
        merged.putAll(file);
        return new PropertySources(merged, environment, systemProperties);
    }

    /** A property by its dotted name. An empty value is none. */
    public Optional<String> value(String property) {
        return given(systemProperties.get(property))
                .or(() -> given(environment.get(SettingsReader.environmentVariable(property))))
                .or(() -> given(file.get(property)));
    }

    /** Whether a property was given on the command line. */
    boolean saysForThisRun(String property) {
        return given(systemProperties.get(property)).isPresent();
    }

    /**
     * Reads and checks everything the product will read.
     *
     * @throws LaunchFailure with exit code 2 for a value that cannot be
     */
    public Settings settings() {
        return settings(this::value);
    }

    /**
     * The same, once it is sure that every name in the file and every system property is one that somebody reads.
     *
     * @param warnings hears of environment variables that nobody reads: others may use our prefix for things of theirs
     * @throws LaunchFailure with exit code 2 for a name that is not known
     */
    public PropertySources known(Consumer<String> warnings) {
        refuseUnknown(file, "--config");
        refuseUnknown(systemProperties, "-D");
        environment.keySet().stream()
                .filter(name -> name.startsWith(VARIABLE_PREFIX) && !VARIABLES.contains(name))
                .sorted()
                .forEach(name -> warnings.accept(name + " in the environment is no setting of Anpi and does nothing;"
                        + " nearest: " + nearestVariable(name)));
        return this;
    }

    /** Environment variables for the product that say what these sources say, in the words of MicroProfile Config. */
    public Map<String, String> asEnvironment() {
        Map<String, String> variables = new TreeMap<>();
        file.forEach((property, value) -> variables.put(SettingsReader.environmentVariable(property), value));
        environment.forEach((name, value) -> {
            if (name.startsWith("ANPI_") && !value.isBlank()) {
                variables.put(name, value);
            }
        });
        systemProperties.forEach(
                (property, value) -> variables.put(SettingsReader.environmentVariable(property), value));
        variables.replaceAll((name, value) -> literal(value));
        return variables;
    }

    /** MicroProfile Config would look for expressions in a value; a password may look like one. */
    private static String literal(String value) {
        return value.replaceAll("[${}]", "\\\\$0");
    }

    private static void refuseUnknown(Map<String, String> given, String where) {
        given.keySet().stream()
                .filter(name -> !PropertyNames.ALL.contains(name) && !name.equals(Installation.HOME_PROPERTY))
                .findFirst()
                .ifPresent(name -> {
                    throw new LaunchFailure(
                            LaunchFailure.WRONG_SETTING,
                            name + " (" + where + ") is no property of Anpi; nearest: " + PropertyNames.nearest(name)
                                    + ". payara-config/sample.properties shows every property");
                });
    }

    private static String nearestVariable(String name) {
        String dotted = name.toLowerCase(Locale.ROOT).replace('_', '.');
        return SettingsReader.environmentVariable(PropertyNames.nearest(dotted));
    }

    private static Settings settings(Function<String, Optional<String>> source) {
        try {
            return SettingsReader.read(source);
        } catch (InvalidSettingException wrong) {
            throw new LaunchFailure(LaunchFailure.WRONG_SETTING, wrong.getMessage());
        }
    }

    private static Map<String, String> read(Path configuration) {
        Properties properties = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(configuration)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new LaunchFailure(
                    LaunchFailure.WRONG_SETTING,
                    "--config " + configuration + ": " + reason(configuration, unreadable));
        }
        return ours(properties);
    }

    private static String reason(Path configuration, Exception unreadable) {
        if (unreadable instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (Files.isDirectory(configuration)) {
            return "is a directory; name the properties file itself";
        }
        if (unreadable instanceof AccessDeniedException) {
            return "user " + System.getProperty("user.name") + " may not read it, or a directory above it";
        }
        if (unreadable instanceof CharacterCodingException) {
            return "is not in UTF-8; save it in that encoding";
        }
        return "cannot be read as a properties file: " + unreadable.getMessage();
    }

    private static Map<String, String> ours(Properties properties) {
        Map<String, String> found = new TreeMap<>();
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> found.put(name, properties.getProperty(name)));
        return found;
    }

    private static Optional<String> given(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
