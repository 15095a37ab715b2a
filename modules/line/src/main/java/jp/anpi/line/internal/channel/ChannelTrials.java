package jp.anpi.line.internal.channel;

import com.linecorp.bot.client.base.Result;
import com.linecorp.bot.messaging.client.MessagingApiClient;
import com.linecorp.bot.messaging.model.BotInfoResponse;
import com.linecorp.bot.messaging.model.GetWebhookEndpointResponse;
import com.linecorp.bot.messaging.model.TestWebhookEndpointRequest;
import com.linecorp.bot.messaging.model.TestWebhookEndpointResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import jp.anpi.foundation.Settings.LineSettings;
import jp.anpi.foundation.WallTime;
import jp.anpi.line.LineChannels.Trial;
import jp.anpi.line.LineChannels.Verdict;
import jp.anpi.line.LineChannels.Webhook;

/**
 * Tries channels with LINE: who the account is, by each way to a token, and whether LINE reaches our webhook. While one
 * that is not in use yet is tried, deliveries that hold no event may be signed with its secret.
 */
@ApplicationScoped
public class ChannelTrials {

    private static final int PATIENCE_SECONDS = 20;
    private static final int NOT_FOUND = 404;

    /** A trial with the account that LINE told. */
    record Tried(Trial trial, Optional<BotInfoResponse> account) {

        static Tried refused(Verdict verdict) {
            return new Tried(new Trial(verdict, Optional.empty(), Webhook.UNKNOWN, Optional.empty()), Optional.empty());
        }
    }

    /** What came of one question to LINE: an answer, or the failure. */
    private record Told<T>(T answer, Throwable failure) {

        boolean good() {
            return failure == null && answer != null;
        }

        Verdict verdict(Verdict refused) {
            if (good()) {
                return Verdict.GOOD;
            }
            boolean token = failure != null && Failures.known(failure) instanceof TokenRefusedException;
            return token || failure != null && Failures.status(failure).isPresent() ? refused : Verdict.NO_ANSWER;
        }
    }

    @Inject
    @WallTime
    private Clock wall;

    private final Map<Integer, String> onTrial = new ConcurrentHashMap<>();

    /** The secret of the channel that is being tried for this organization. */
    public Optional<String> secret(int organizationId) {
        return Optional.ofNullable(onTrial.get(organizationId));
    }

    /** @param expected the addresses of which LINE should know one */
    Tried of(int organizationId, LineSettings channel, Set<String> expected) {
        LineSettings bySecret = without(channel);
        Told<BotInfoResponse> secret = ask(bySecret, MessagingApiClient::getBotInfo);
        if (channel.channelId().isPresent() && !secret.good()) {
            return Tried.refused(secret.verdict(Verdict.SECRET_REFUSED));
        }
        Told<BotInfoResponse> token = ask(channel, MessagingApiClient::getBotInfo);
        if (!token.good()) {
            return Tried.refused(token.verdict(Verdict.TOKEN_REFUSED));
        }
        if (secret.good() && !secret.answer().userId().equals(token.answer().userId())) {
            return Tried.refused(Verdict.OTHER_ACCOUNT);
        }
        Optional<String> name = Optional.ofNullable(token.answer().displayName());
        try {
            channel.channelSecret().ifPresent(value -> onTrial.put(organizationId, value));
            return new Tried(webhook(channel, expected, name), Optional.of(token.answer()));
        } finally {
            onTrial.remove(organizationId);
        }
    }

    /** The same channel by its id and secret alone. */
    private static LineSettings without(LineSettings channel) {
        return new LineSettings(
                channel.apiBaseUrl(),
                channel.dataBaseUrl(),
                channel.channelSecret(),
                Optional.empty(),
                channel.channelId(),
                channel.basicId());
    }

    private Trial webhook(LineSettings channel, Set<String> expected, Optional<String> name) {
        Told<GetWebhookEndpointResponse> endpoint = ask(channel, MessagingApiClient::getWebhookEndpoint);
        if (!endpoint.good()) {
            boolean none = endpoint.failure() != null
                    && Failures.status(endpoint.failure()).orElse(0) == NOT_FOUND;
            return trial(name, none ? Webhook.NOT_SET : Webhook.UNKNOWN, null);
        }
        String known = String.valueOf(endpoint.answer().endpoint());
        if (!expected.contains(known)) {
            return trial(name, Webhook.ELSEWHERE, known);
        }
        if (!endpoint.answer().active()) {
            return trial(name, Webhook.OFF, null);
        }
        Told<TestWebhookEndpointResponse> test =
                ask(channel, api -> api.testWebhookEndpoint(new TestWebhookEndpointRequest(null)));
        if (!test.good()) {
            return trial(name, Webhook.UNKNOWN, null);
        }
        return Boolean.TRUE.equals(test.answer().success())
                ? trial(name, Webhook.REACHED, null)
                : trial(name, Webhook.NOT_REACHED, test.answer().reason());
    }

    private static Trial trial(Optional<String> name, Webhook webhook, String reason) {
        return new Trial(Verdict.GOOD, name, webhook, Optional.ofNullable(reason));
    }

    private <T> Told<T> ask(LineSettings channel, Function<MessagingApiClient, CompletableFuture<Result<T>>> request) {
        try (LineConnection connection = new LineConnection(channel, wall)) {
            return new Told<>(
                    request.apply(connection.api())
                            .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                            .body(),
                    null);
        } catch (ExecutionException | TimeoutException | RuntimeException failed) {
            return new Told<>(null, failed);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return new Told<>(null, ending);
        }
    }
}
