package jp.anpi.simulator;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * How a simulator is set up.
 *
 * @param port 0 takes a free one
 * @param webhookUrl where events go; it may be set later
 * @param productUrl base of the product, whose {@code /dev/clock} then is the simulated clock
 * @param simulatedClock goes before the product's clock
 * @param wallClock the age of reply tokens, of access tokens and the rate limits
 * @param verified a verified account may list its friends and the members of groups
 * @param webhookTimeout LINE gives two seconds
 */
public record SimulatorOptions(
        String host,
        int port,
        Optional<URI> webhookUrl,
        Optional<URI> productUrl,
        Optional<Supplier<Instant>> simulatedClock,
        Clock wallClock,
        String channelId,
        String channelSecret,
        String channelAccessToken,
        String basicId,
        String displayName,
        boolean verified,
        boolean joinsGroups,
        OptionalLong monthlyLimit,
        Duration webhookTimeout) {

    /** A free port on the loopback interface, an unverified account without a monthly limit, the system clock. */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions(
                "127.0.0.1",
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Clock.systemUTC(),
                "2000000001",
                "simulated-channel-secret",
                "simulated-channel-access-token",
                "@mimamori",
                "みどり市 見守り",
                false,
                true,
                OptionalLong.empty(),
                Duration.ofSeconds(2));
    }

    public SimulatorOptions withHost(String host) {
        return new SimulatorOptions(
                host,
                port,
                webhookUrl,
                productUrl,
                simulatedClock,
                wallClock,
                channelId,
                channelSecret,
                channelAccessToken,
                basicId,
                displayName,
                verified,
                joinsGroups,
                monthlyLimit,
                webhookTimeout);
    }

    public SimulatorOptions withPort(int port) {
        return new SimulatorOptions(
                host,
                port,
                webhookUrl,
                productUrl,
                simulatedClock,
                wallClock,
                channelId,
                channelSecret,
                channelAccessToken,
                basicId,
                displayName,
                verified,
                joinsGroups,
                monthlyLimit,
                webhookTimeout);
    }

    public SimulatorOptions withWebhookUrl(URI webhookUrl) {
        return new SimulatorOptions(
                host,
                port,
                Optional.of(webhookUrl),
                productUrl,
                simulatedClock,
                wallClock,
                channelId,
                channelSecret,
                channelAccessToken,
                basicId,
                displayName,
                verified,
                joinsGroups,
                monthlyLimit,
                webhookTimeout);
    }

    public SimulatorOptions withProductUrl(URI productUrl) {
        return new SimulatorOptions(
                host,
                port,
                webhookUrl,
                Optional.of(productUrl),
                simulatedClock,
                wallClock,
                channelId,
                channelSecret,
                channelAccessToken,
                basicId,
                displayName,
                verified,
                joinsGroups,
                monthlyLimit,
                webhookTimeout);
    }

    public SimulatorOptions withSimulatedClock(Supplier<Instant> simulatedClock) {
        return new SimulatorOptions(
                host,
                port,
                webhookUrl,
                productUrl,
                Optional.of(simulatedClock),
                wallClock,
                channelId,
                channelSecret,
                channelAccessToken,
                basicId,
                displayName,
                verified,
                joinsGroups,
                monthlyLimit,
                webhookTimeout);
    }

    public SimulatorOptions withWallClock(Clock wallClock) {
        return new SimulatorOptions(
                host,
                port,
                webhookUrl,
                productUrl,
                simulatedClock,
                wallClock,
                channelId,
                channelSecret,
                channelAccessToken,
                basicId,
                displayName,
                verified,
                joinsGroups,
                monthlyLimit,
                webhookTimeout);
    }

    public SimulatorOptions withChannelId(String channelId) {
        return new SimulatorOptions(
                host,
                port,
                webhookUrl,
                productUrl,
                simulatedClock,
                wallClock,
                channelId,
                channelSecret,
                channelAccessToken,
                basicId,
                displayName,
                verified,
                joinsGroups,
                monthlyLimit,
                webhookTimeout);
    }

    public SimulatorOptions withChannelSecret(String channelSecret) {
        return new SimulatorOptions(
                host,
                port,
                webhookUrl,
                productUrl,
                simulatedClock,
                wallClock,
                channelId,
                channelSecret,
                channelAccessToken,
                basicId,
                displayName,
                verified,
                joinsGroups,
                monthlyLimit,
                webhookTimeout);
    }

    public SimulatorOptions withChannelAccessToken(String channelAccessToken) {
        return new SimulatorOptions(
                host,
                port,
                webhookUrl,
                productUrl,
                simulatedClock,
                wallClock,
                channelId,
                channelSecret,
                channelAccessToken,
                basicId,
                displayName,
                verified,
                joinsGroups,
                monthlyLimit,
                webhookTimeout);
    }

    public SimulatorOptions withBasicId(String basicId) {
        return new SimulatorOptions(
                host,
                port,
                webhookUrl,
                productUrl,
                simulatedClock,
                wallClock,
                channelId,
                channelSecret,
                channelAccessToken,
                basicId,
                displayName,
                verified,
                joinsGroups,
                monthlyLimit,
                webhookTimeout);
    }

    public SimulatorOptions withDisplayName(String displayName) {
        return new SimulatorOptions(
                host,
                port,
                webhookUrl,
                productUrl,
                simulatedClock,
                wallClock,
                channelId,
                channelSecret,
                channelAccessToken,
                basicId,
                displayName,
                verified,
                joinsGroups,
                monthlyLimit,
                webhookTimeout);
    }

    public SimulatorOptions withVerified(boolean verified) {
        return new SimulatorOptions(
                host,
                port,
                webhookUrl,
                productUrl,
                simulatedClock,
                wallClock,
                channelId,
                channelSecret,
                channelAccessToken,
                basicId,
                displayName,
                verified,
                joinsGroups,
                monthlyLimit,
                webhookTimeout);
    }

    public SimulatorOptions withJoinsGroups(boolean joinsGroups) {
        return new SimulatorOptions(
                host,
                port,
                webhookUrl,
                productUrl,
                simulatedClock,
                wallClock,
                channelId,
                channelSecret,
                channelAccessToken,
                basicId,
                displayName,
                verified,
                joinsGroups,
                monthlyLimit,
                webhookTimeout);
    }

    public SimulatorOptions withMonthlyLimit(long monthlyLimit) {
        return new SimulatorOptions(
                host,
                port,
                webhookUrl,
                productUrl,
                simulatedClock,
                wallClock,
                channelId,
                channelSecret,
                channelAccessToken,
                basicId,
                displayName,
                verified,
                joinsGroups,
                OptionalLong.of(monthlyLimit),
                webhookTimeout);
    }

    public SimulatorOptions withWebhookTimeout(Duration webhookTimeout) {
        return new SimulatorOptions(
                host,
                port,
                webhookUrl,
                productUrl,
                simulatedClock,
                wallClock,
                channelId,
                channelSecret,
                channelAccessToken,
                basicId,
                displayName,
                verified,
                joinsGroups,
                monthlyLimit,
                webhookTimeout);
    }
}
