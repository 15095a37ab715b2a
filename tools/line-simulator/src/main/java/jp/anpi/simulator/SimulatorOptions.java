package jp.anpi.simulator;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** How a simulator is set up. Immutable: each {@code with…} gives another. */
public final class SimulatorOptions {

    private String host = "127.0.0.1";
    private int port = 0;
    private Optional<URI> webhookUrl = Optional.empty();
    private Optional<URI> productUrl = Optional.empty();
    private Optional<Supplier<Instant>> simulatedClock = Optional.empty();
    private Clock wallClock = Clock.systemUTC();
    private String channelId = "2000000001";
    private String channelSecret = "simulated-channel-secret";
    private String channelAccessToken = "simulated-channel-access-token";
    private String basicId = "@mimamori";
    private String displayName = "みどり市 見守り";
    private boolean verified = false;
    private boolean joinsGroups = true;
    private OptionalLong monthlyLimit = OptionalLong.empty();
    private Duration webhookTimeout = Duration.ofSeconds(2);
    private int memory = Integer.MAX_VALUE;

    private SimulatorOptions() {}

    /** A free port on the loopback interface, an unverified account without a monthly limit, the system clock. */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions();
    }

    private SimulatorOptions with(Consumer<SimulatorOptions> change) {
        SimulatorOptions copy = new SimulatorOptions();
        copy.host = host;
        copy.port = port;
        copy.webhookUrl = webhookUrl;
        copy.productUrl = productUrl;
        copy.simulatedClock = simulatedClock;
        copy.wallClock = wallClock;
        copy.channelId = channelId;
        copy.channelSecret = channelSecret;
        copy.channelAccessToken = channelAccessToken;
        copy.basicId = basicId;
        copy.displayName = displayName;
        copy.verified = verified;
        copy.joinsGroups = joinsGroups;
        copy.monthlyLimit = monthlyLimit;
        copy.webhookTimeout = webhookTimeout;
        copy.memory = memory;
        change.accept(copy);
        return copy;
    }

    public String host() {
        return host;
    }

    /** 0 takes a free one. */
    public int port() {
        return port;
    }

    /** Where events go; it may be set later. */
    public Optional<URI> webhookUrl() {
        return webhookUrl;
    }

    /** Base of the product, whose {@code /dev/clock} then is the simulated clock. */
    public Optional<URI> productUrl() {
        return productUrl;
    }

    /** Goes before the product's clock. */
    public Optional<Supplier<Instant>> simulatedClock() {
        return simulatedClock;
    }

    /** The age of reply tokens and access tokens, and the rate limits. */
    public Clock wallClock() {
        return wallClock;
    }

    public String channelId() {
        return channelId;
    }

    public String channelSecret() {
        return channelSecret;
    }

    public String channelAccessToken() {
        return channelAccessToken;
    }

    /** With the leading @. */
    public String basicId() {
        return basicId;
    }

    public String displayName() {
        return displayName;
    }

    /** A verified account may list its friends and the members of groups. */
    public boolean verified() {
        return verified;
    }

    /** Whether the account may be invited into groups. */
    public boolean joinsGroups() {
        return joinsGroups;
    }

    /** How many people a month may be reached; empty is no limit. */
    public OptionalLong monthlyLimit() {
        return monthlyLimit;
    }

    /** LINE gives two seconds. */
    public Duration webhookTimeout() {
        return webhookTimeout;
    }

    /** How many of the newest requests, webhooks, and bubbles of each chat are kept at least; all unless said. */
    public int memory() {
        return memory;
    }

    public SimulatorOptions withHost(String value) {
        return with(options -> options.host = value);
    }

    public SimulatorOptions withPort(int value) {
        return with(options -> options.port = value);
    }

    public SimulatorOptions withWebhookUrl(URI value) {
        return with(options -> options.webhookUrl = Optional.of(value));
    }

    public SimulatorOptions withProductUrl(URI value) {
        return with(options -> options.productUrl = Optional.of(value));
    }

    public SimulatorOptions withSimulatedClock(Supplier<Instant> value) {
        return with(options -> options.simulatedClock = Optional.of(value));
    }

    public SimulatorOptions withWallClock(Clock value) {
        return with(options -> options.wallClock = value);
    }

    public SimulatorOptions withChannelId(String value) {
        return with(options -> options.channelId = value);
    }

    public SimulatorOptions withChannelSecret(String value) {
        return with(options -> options.channelSecret = value);
    }

    public SimulatorOptions withChannelAccessToken(String value) {
        return with(options -> options.channelAccessToken = value);
    }

    public SimulatorOptions withBasicId(String value) {
        return with(options -> options.basicId = value);
    }

    public SimulatorOptions withDisplayName(String value) {
        return with(options -> options.displayName = value);
    }

    public SimulatorOptions withVerified(boolean value) {
        return with(options -> options.verified = value);
    }

    public SimulatorOptions withJoinsGroups(boolean value) {
        return with(options -> options.joinsGroups = value);
    }

    public SimulatorOptions withMonthlyLimit(long value) {
        return with(options -> options.monthlyLimit = OptionalLong.of(value));
    }

    public SimulatorOptions withWebhookTimeout(Duration value) {
        return with(options -> options.webhookTimeout = value);
    }

    /** For long runs, which would fill the heap with what nobody looks at any more. */
    public SimulatorOptions withMemory(int value) {
        return with(options -> options.memory = value);
    }
}
