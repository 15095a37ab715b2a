package jp.anpi.foundation;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.anpi.foundation.Settings.DatabaseAddress;
import jp.anpi.foundation.Settings.FirstAdministrator;
import jp.anpi.foundation.Settings.FirstOrganization;
import jp.anpi.foundation.Settings.LineSettings;
import jp.anpi.foundation.Settings.LogFormat;
import jp.anpi.foundation.Settings.Operation;
import jp.anpi.foundation.Settings.Profile;

/**
 * Reads {@link Settings} from any source of properties and refuses the first wrong value.
 *
 * <p>An absent and an empty value are the same. Values are never repeated in a message when they are secrets.
 */
public final class SettingsReader {

    /** Services that the first organization can start with. */
    public static final List<String> PRESETS = List.of("CONNECT_HEART", "TWICE_DAILY", "DAILY_REPORT");

    /** What staff sign in as. */
    public static final List<String> STAFF_ROLES =
            List.of("SYSTEM_ADMINISTRATOR", "OFFICER", "CALL_OPERATOR", "PARTNER", "COMMISSIONER", "READ_ONLY");

    private static final Pattern ORGANIZATION_KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,30}");
    private static final Pattern IP_ADDRESS =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}|(?=.*:)[0-9a-fA-F:]+");
    private static final Pattern BASIC_ID = Pattern.compile("@[A-Za-z0-9._-]{1,30}");
    private static final int MOST_PORT = 65_535;
    private static final String LINE_API = "https://api.line.me";
    private static final String LINE_DATA = "https://api-data.line.me";
    private static final String MANUAL = "manual:";
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("jp.anpi.foundation.words", Locale.ROOT);

    private final Function<String, Optional<String>> source;

    private SettingsReader(Function<String, Optional<String>> source) {
        this.source = source;
    }

    /**
     * @param source answers a property's value by its dotted name
     * @throws InvalidSettingException for the first value that is not possible
     */
    public static Settings read(Function<String, Optional<String>> source) {
        return new SettingsReader(source).settings();
    }

    /** The environment variable that carries a property: dots and hyphens become underscores, upper case. */
    public static String environmentVariable(String property) {
        return property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    private Settings settings() {
        int port = port();
        Profile profile = profile();
        Path dataDirectory = dataDirectory();
        return new Settings(
                httpAddress(),
                port,
                dataDirectory,
                keysFile(dataDirectory),
                database(),
                publicUrl(port),
                profile,
                manualClockStart(profile),
                line(),
                UrgentSettingsReader.read(this),
                organization(),
                administrator(),
                operation());
    }

    Optional<String> value(String property) {
        return source.apply(property).map(String::strip).filter(text -> !text.isEmpty());
    }

    private String httpAddress() {
        String text = value("anpi.http.address").orElse(Settings.EVERY_ADDRESS);
        if (!IP_ADDRESS.matcher(text).matches() || !isAddress(text)) {
            throw new InvalidSettingException(
                    "anpi.http.address",
                    text,
                    "an IP address of this machine, such as 127.0.0.1; " + Settings.EVERY_ADDRESS + " is every one");
        }
        return text;
    }

    /** Of what may only be digits and separators no name service is asked. */
    private static boolean isAddress(String digits) {
        try {
            InetAddress.getByName(digits);
            return true;
        } catch (UnknownHostException none) {
            return false;
        }
    }

    private int port() {
        return number("anpi.http.port", "8080", 1, MOST_PORT);
    }

    int number(String property, String preset, int least, int most) {
        String text = value(property).orElse(preset);
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // answered below, in the same words as a number out of range
        }
        throw new InvalidSettingException(property, text, "a whole number from " + least + " to " + most);
    }

    private Path dataDirectory() {
        return path("anpi.data.dir", value("anpi.data.dir").orElse("./var"), "a directory on this machine");
    }

    private Path keysFile(Path dataDirectory) {
        return value("anpi.keys.file")
                .map(text -> path("anpi.keys.file", text, "a file on this machine"))
                .orElse(dataDirectory.resolve("keys/personal-fields.json"));
    }

    private static Path path(String property, String text, String allowed) {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException impossible) {
            throw new InvalidSettingException(property, text, allowed);
        }
    }

    private Optional<DatabaseAddress> database() {
        Optional<String> url = value("anpi.db.url");
        if (url.isPresent() && !url.get().matches("jdbc:postgresql:.+")) {
            throw new InvalidSettingException(
                    "anpi.db.url",
                    withoutCredentials(url.get()),
                    "a JDBC address of PostgreSQL, jdbc:postgresql://host:port/database");
        }
        Optional<String> owner = value("anpi.db.migration-user");
        Optional<String> ownersPassword = value("anpi.db.migration-password");
        if (owner.isPresent() && url.isEmpty()) {
            throw new InvalidSettingException(
                    "anpi.db.migration-user",
                    owner.get(),
                    "none without anpi.db.url: the embedded database has one role");
        }
        return url.map(address -> new DatabaseAddress(
                address,
                value("anpi.db.user").orElse("anpi"),
                value("anpi.db.password").orElse("anpi"),
                owner.map(user -> new DatabaseAddress(address, user, ownersPassword.orElse("")))));
    }

    /** An address may hold a user and a password, before the host or as parameters. */
    static String withoutCredentials(String url) {
        return url.replaceFirst("//[^/?]*@", "//***@").replaceFirst("\\?.*", "?***");
    }

    private URI publicUrl(int port) {
        return hostRoot("anpi.public-url", "http://localhost:" + port);
    }

    private URI httpUrl(String property, String preset) {
        String text = value(property).orElse(preset);
        URI uri = httpAddress(property, text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        if (uri.getQuery() != null) {
            throw notAnAddress(property, text);
        }
        return uri;
    }

    private static URI httpAddress(String property, String text) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean there = uri.getHost() != null && uri.getPort() != 0 && uri.getPort() <= MOST_PORT;
            if (web && there && uri.getUserInfo() == null && uri.getFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException broken) {
            // answered below, in the same words as an address of another kind
        }
        throw notAnAddress(property, text);
    }

    private static InvalidSettingException notAnAddress(String property, String text) {
        return new InvalidSettingException(
                property, withoutCredentials(text), "an address that begins with http:// or https://, without a user");
    }

    /** May hold a query: addresses of others look as they like. */
    Optional<URI> optionalHttpUrl(String property) {
        return value(property).map(text -> httpAddress(property, text));
    }

    private URI hostRoot(String property, String preset) {
        URI uri = httpUrl(property, preset);
        if (!uri.getPath().isEmpty()) {
            // LINE's SDK drops a path without a word, and every page of ours lies right below the host.
            throw new InvalidSettingException(property, uri.toString(), "scheme, host and port without a path");
        }
        return uri;
    }

    private Profile profile() {
        String text = value("anpi.profile").orElse("prod");
        return switch (text) {
            case "prod" -> Profile.PROD;
            case "dev" -> Profile.DEV;
            default -> throw new InvalidSettingException("anpi.profile", text, "prod, dev");
        };
    }

    private Optional<Instant> manualClockStart(Profile profile) {
        String text = value("anpi.clock").orElse("system");
        String allowed = "system, or (with anpi.profile = dev) manual:<instant with offset>,"
                + " for example manual:2026-11-22T08:00:00+09:00";
        if (text.equals("system")) {
            return Optional.empty();
        }
        if (text.startsWith(MANUAL) && profile == Profile.DEV) {
            try {
                return Optional.of(
                        OffsetDateTime.parse(text.substring(MANUAL.length())).toInstant());
            } catch (DateTimeException notAnInstant) {
                throw new InvalidSettingException("anpi.clock", text, allowed);
            }
        }
        throw new InvalidSettingException("anpi.clock", text, allowed);
    }

    private LineSettings line() {
        URI api = hostRoot("anpi.line.api-base-url", LINE_API);
        // Another platform than LINE has one host for everything, and must never be half mixed with LINE's.
        String data = api.toString().equals(LINE_API) ? LINE_DATA : api.toString();
        return new LineSettings(
                api,
                hostRoot("anpi.line.data-base-url", data),
                value("anpi.line.channel-secret"),
                token("anpi.line.channel-access-token"),
                value("anpi.line.channel-id"),
                value("anpi.line.basic-id").map(this::basicId));
    }

    /** Goes into the header of a request, where nothing else can stand. Not repeated, for it is a secret. */
    Optional<String> token(String property) {
        Optional<String> token = value(property);
        if (!token.map(text -> text.matches("[\\x21-\\x7e]+")).orElse(true)) {
            throw new InvalidSettingException(property, "***", "letters, digits and signs of ASCII, without spaces");
        }
        return token;
    }

    private String basicId(String text) {
        if (!BASIC_ID.matcher(text).matches()) {
            throw new InvalidSettingException(
                    "anpi.line.basic-id", text, "@ and the account's id, for example @123abcde");
        }
        return text;
    }

    private FirstOrganization organization() {
        String key = value("anpi.organization.key").orElse("main");
        if (!ORGANIZATION_KEY.matcher(key).matches()) {
            throw new InvalidSettingException(
                    "anpi.organization.key", key, "1 to 31 characters of a-z, 0-9 and -, not beginning with -");
        }
        String name = value("anpi.organization.name").orElseGet(() -> WORDS.getString("organization.name"));
        if (Typed.line(name, 60).isEmpty()) {
            throw new InvalidSettingException(
                    "anpi.organization.name", name, "1 to 60 characters on one line, that can be seen");
        }
        String preset = value("anpi.organization.preset").orElse("CONNECT_HEART");
        if (!PRESETS.contains(preset)) {
            throw new InvalidSettingException("anpi.organization.preset", preset, String.join(", ", PRESETS));
        }
        int extraWatchers = number("anpi.organization.extra-watchers", "1", 0, 20);
        return new FirstOrganization(key, name, preset, extraWatchers);
    }

    private Operation operation() {
        String format = value("anpi.log.format").orElse("text");
        return switch (format) {
            case "text" -> new Operation(LogFormat.TEXT, secondFactorRoles(), auditPingUrl());
            case "json" -> new Operation(LogFormat.JSON, secondFactorRoles(), auditPingUrl());
            default -> throw new InvalidSettingException("anpi.log.format", format, "text, json");
        };
    }

    private List<String> secondFactorRoles() {
        String text = value("anpi.staff.second-factor-roles").orElse("");
        List<String> roles = Stream.of(text.split(","))
                .map(String::strip)
                .filter(role -> !role.isEmpty())
                .toList();
        if (!STAFF_ROLES.containsAll(roles)) {
            throw new InvalidSettingException(
                    "anpi.staff.second-factor-roles", text, "some of " + String.join(", ", STAFF_ROLES));
        }
        return roles;
    }

    /** Whose path is often a secret, so that it is not repeated. */
    private Optional<URI> auditPingUrl() {
        Optional<String> text = value("anpi.audit.ping-url");
        try {
            Optional<URI> uri = text.map(URI::create);
            if (uri.map(url -> url.getHost() != null
                            && String.valueOf(url.getScheme()).matches("https?"))
                    .orElse(true)) {
                return uri;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // answered below, in the same words as an address of another kind
        }
        throw new InvalidSettingException(
                "anpi.audit.ping-url", "***", "an address that begins with http:// or https://");
    }

    private FirstAdministrator administrator() {
        String user = value("anpi.admin.user").orElse("admin");
        if (user.length() > 60 || !user.matches("\\S+")) {
            throw new InvalidSettingException("anpi.admin.user", user, "1 to 60 characters without spaces");
        }
        return new FirstAdministrator(user, value("anpi.admin.password"));
    }
}
