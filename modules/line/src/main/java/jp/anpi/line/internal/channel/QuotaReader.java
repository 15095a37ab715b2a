package jp.anpi.line.internal.channel;

import com.linecorp.bot.messaging.client.MessagingApiClient;
import com.linecorp.bot.messaging.model.MessageQuotaResponse;
import com.linecorp.bot.messaging.model.QuotaConsumptionResponse;
import com.linecorp.bot.messaging.model.QuotaType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.anpi.messaging.QuotaReading;

/**
 * The month's messages as LINE counts them (E-9).
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#get-quota">Get the target limit for sending
 *     messages this month</a>
 */
final class QuotaReader {

    private static final Logger LOG = System.getLogger(QuotaReader.class.getName());
    private static final int PATIENCE_SECONDS = 10;

    private final LineConnections connections;

    QuotaReader(LineConnections connections) {
        this.connections = connections;
    }

    Optional<QuotaReading> read(int organizationId) {
        try {
            CompletableFuture<Optional<QuotaReading>> both = connections
                    .call(organizationId, MessagingApiClient::getMessageQuota)
                    .thenCombine(
                            connections.call(organizationId, MessagingApiClient::getMessageQuotaConsumption),
                            (quota, used) -> reading(quota.body(), used.body()));
            return both.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | RuntimeException silent) {
            LOG.log(Level.INFO, "LINE does not tell the quota: {0}", Failures.summary(silent));
            return Optional.empty();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<QuotaReading> reading(MessageQuotaResponse quota, QuotaConsumptionResponse used) {
        if (quota == null || used == null || used.totalUsage() == null) {
            return Optional.empty();
        }
        if (quota.type() == QuotaType.NONE) {
            return Optional.of(new QuotaReading(OptionalLong.empty(), used.totalUsage()));
        }
        return Optional.ofNullable(quota.value())
                .map(limit -> new QuotaReading(OptionalLong.of(limit), used.totalUsage()));
    }
}
