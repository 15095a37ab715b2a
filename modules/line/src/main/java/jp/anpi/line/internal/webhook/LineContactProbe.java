package jp.anpi.line.internal.webhook;

import com.linecorp.bot.client.base.Result;
import com.linecorp.bot.messaging.client.MessagingApiClient;
import com.linecorp.bot.messaging.model.TestWebhookEndpointRequest;
import com.linecorp.bot.messaging.model.TestWebhookEndpointResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import jp.anpi.foundation.FailureSummary;
import jp.anpi.foundation.WallTime;
import jp.anpi.line.internal.channel.Failures;
import jp.anpi.line.internal.channel.LineConnections;
import jp.anpi.messaging.ContactProbe;

/**
 * Asks LINE who we are, which costs nothing, and to try our webhook.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#get-bot-info">Get bot info</a>
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#test-webhook-endpoint">Test webhook endpoint</a>
 */
@ApplicationScoped
public class LineContactProbe implements ContactProbe {

    private static final Logger LOG = System.getLogger(LineContactProbe.class.getName());

    /** More than the end of the client's own patience. */
    private static final int LONGEST_SECONDS = 30;

    @Inject
    LineConnections connections;

    @Inject
    private EventStore events;

    @Inject
    private WebhookDoor door;

    @Inject
    private Clock clock;

    @Inject
    @WallTime
    private Clock wallClock;

    /** What LINE said last about our webhook. */
    private final Map<Integer, Boolean> said = new ConcurrentHashMap<>();

    @Override
    public CompletionStage<Boolean> answers(int organizationId) {
        return call(organizationId, MessagingApiClient::getBotInfo)
                .handle((answer, failure) -> failure == null || Failures.answered(failure));
    }

    @Override
    public CompletionStage<Boolean> reachesUs(int organizationId) {
        if (!canStore(organizationId)) {
            return CompletableFuture.completedFuture(false);
        }
        if (!door.isOpen()) {
            return CompletableFuture.completedFuture(true);
        }
        return call(organizationId, api -> api.testWebhookEndpoint(new TestWebhookEndpointRequest(null)))
                .handle((answer, failure) -> failure == null ? verdict(answer.body()) : Optional.<Boolean>empty())
                .thenApply(verdict -> {
                    verdict.ifPresent(reached -> said.put(organizationId, reached));
                    return said.getOrDefault(organizationId, true);
                });
    }

    /** A platform that does not know the question, or has no webhook to try, says nothing about it. */
    private static Optional<Boolean> verdict(TestWebhookEndpointResponse answer) {
        Optional<Boolean> verdict = Optional.ofNullable(answer).map(TestWebhookEndpointResponse::success);
        if (verdict.isPresent() && !verdict.get()) {
            LOG.log(Level.WARNING, "LINE does not reach the webhook: {0}", answer.reason());
        }
        return verdict;
    }

    private boolean canStore(int organizationId) {
        try {
            events.tryStoring(organizationId, clock.instant(), wallClock.instant());
            return true;
        } catch (RuntimeException cannot) {
            LOG.log(Level.WARNING, "What people do cannot be stored: {0}", FailureSummary.of(cannot));
            return false;
        }
    }

    private <T> CompletableFuture<Result<T>> call(
            int organizationId, Function<MessagingApiClient, CompletableFuture<Result<T>>> request) {
        try {
            return connections.call(organizationId, request).orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (RuntimeException closed) {
            return CompletableFuture.failedFuture(closed);
        }
    }
}
