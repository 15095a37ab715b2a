package jp.anpi.foundation;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the installation was told, read and validated once at the start.
 *
 * <p>Free of any container, so that the launcher refuses a wrong value before it starts anything and the product on an
 * application server refuses it in the same words.
 *
 * @param httpAddress address of this machine that the product listens at; {@link #EVERY_ADDRESS} for all of them
 * @param httpPort port of all HTTP of the product
 * @param dataDirectory embedded database, logs and keys
 * @param keysFile the keys of personal fields; to be backed up apart from the database
 * @param database the named PostgreSQL; empty means the embedded one
 * @param publicUrl base of the links sent to phones, without a trailing slash
 * @param profile {@code prod}, or {@code dev}, which opens {@code /dev/*}
 * @param manualClockStart where the manual clock starts; empty means the system clock
 * @param line how to reach LINE
 * @param urgent the ways that alerts go where LINE does not take them
 * @param organization the organization made at the first start
 * @param administrator the first system administrator
 * @param operation what those who run it set
 */
public record Settings(
        String httpAddress,
        int httpPort,
        Path dataDirectory,
        Path keysFile,
        Optional<DatabaseAddress> database,
        URI publicUrl,
        Profile profile,
        Optional<Instant> manualClockStart,
        LineSettings line,
        UrgentSettings urgent,
        FirstOrganization organization,
        FirstAdministrator administrator,
        Operation operation) {

    /** The {@link #httpAddress} that stands for every address of the machine. */
    public static final String EVERY_ADDRESS = "0.0.0.0";

    /** Where the product answers somebody on the same machine, without a trailing slash. */
    public URI addressHere() {
        String host = httpAddress.equals(EVERY_ADDRESS) ? "localhost" : httpAddress;
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + httpPort);
    }

    /** Which doors are open: {@code dev} adds the endpoints that move time. */
    public enum Profile {
        PROD,
        DEV
    }

    /**
     * A PostgreSQL of version 14 or newer that the installer named.
     *
     * @param migration the owner of the tables, where {@code user} may not make or change any
     */
    public record DatabaseAddress(String url, String user, String password, Optional<DatabaseAddress> migration) {

        /** One role for everything. */
        public DatabaseAddress(String url, String user, String password) {
            this(url, user, password, Optional.empty());
        }

        /** As the role that owns the tables: it alone may make them, and read where their numbers stand. */
        public DatabaseAddress owner() {
            return migration.orElse(this);
        }

        /** The address as it may be shown: it may hold a user and a password. */
        public String shown() {
            return SettingsReader.withoutCredentials(url);
        }

        @Override
        public String toString() {
            return "DatabaseAddress[url=" + shown() + ", user=" + user + ", password=***, migration=" + migration + "]";
        }
    }

    /**
     * The channel of the first organization.
     *
     * @param apiBaseUrl scheme, host and port of the Messaging API; LINE serves it at the host root
     * @param dataBaseUrl the same for content
     * @param channelSecret key of the webhook signature; without it every webhook is refused
     * @param channelAccessToken long-lived token; without it stateless tokens are issued with {@code channelId}
     * @param channelId used with the secret to issue stateless tokens
     * @param basicId {@code @…} for invitation links; asked of LINE when absent
     */
    public record LineSettings(
            URI apiBaseUrl,
            URI dataBaseUrl,
            Optional<String> channelSecret,
            Optional<String> channelAccessToken,
            Optional<String> channelId,
            Optional<String> basicId) {

        private static final String SECRET = "anpi.line.channel-secret";
        private static final String TOKEN = "anpi.line.channel-access-token";
        private static final Map<String, String> WITHOUT = Map.of(
                SECRET, "every delivery of LINE is refused",
                TOKEN, "nothing is sent (anpi.line.channel-id would do as well)");

        /** The properties for want of which nothing is received or nothing is sent; none where all is said. */
        public List<String> missing() {
            List<String> missing = new ArrayList<>();
            if (channelSecret.isEmpty()) {
                missing.add(SECRET);
            }
            if (channelAccessToken.isEmpty() && channelId.isEmpty()) {
                missing.add(TOKEN);
            }
            return missing;
        }

        /** Whether there is anything to identify ourselves to LINE with. */
        public boolean canSpeak() {
            return channelAccessToken.isPresent() || channelId.isPresent() && channelSecret.isPresent();
        }

        /** {@link #missing} in words, with what that means; empty where nothing is missing. */
        public Optional<String> gap() {
            return missing().stream()
                    .map(property -> property + " is not set: " + WITHOUT.get(property))
                    .reduce((one, other) -> one + "; " + other);
        }

        @Override
        public String toString() {
            return "LineSettings[apiBaseUrl=" + apiBaseUrl + ", dataBaseUrl=" + dataBaseUrl + ", secrets=***]";
        }
    }

    /**
     * The organization made at the first start.
     *
     * @param key part of the webhook path
     * @param preset its default service
     * @param extraWatchers how many may watch in a personal team beside the one who is always allowed (R-032)
     */
    public record FirstOrganization(String key, String name, String preset, int extraWatchers) {}

    /** How the log is written: lines for people, or one JSON object a line for programs. */
    public enum LogFormat {
        TEXT,
        JSON
    }

    /**
     * What those who run it set.
     *
     * @param logFormat of the product on Payara Micro
     * @param secondFactorRoles roles of staff that have to sign in with a code from an app too
     * @param auditPingUrl asked by {@code ./anpi audit} each time that it finds nothing; its path may be a secret
     */
    public record Operation(LogFormat logFormat, List<String> secondFactorRoles, Optional<URI> auditPingUrl) {
        @Override
        public String toString() {
            return "Operation[logFormat=" + logFormat + ", secondFactorRoles=" + secondFactorRoles
                    + ", auditPingUrl=***]";
        }
    }

    /** The first system administrator; without a password one is generated. */
    public record FirstAdministrator(String user, Optional<String> password) {
        @Override
        public String toString() {
            return "FirstAdministrator[user=" + user + ", password=***]";
        }
    }
}
