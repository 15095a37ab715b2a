package jp.anpi.line.internal.channel;

import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.MulticastRequest;
import com.linecorp.bot.messaging.model.PushMessageRequest;
import com.linecorp.bot.messaging.model.ValidateMessageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import jp.anpi.foundation.FailureSummary;
import jp.anpi.foundation.SystemClock;
import jp.anpi.foundation.WallTime;
import jp.anpi.line.internal.render.MessageRenderer;
import jp.anpi.messaging.Delivery;
import jp.anpi.messaging.MessageChannel;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.QuotaReading;

/**
 * The message channel over LINE: push to one, multicast to several, with the message's id as the retry key (E-17).
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#send-push-message">Send push message</a>
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#send-multicast-message">Send multicast message
 *     </a>
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#validate-message-objects-of-push-message">Validate
 *     message objects</a>
 */
@ApplicationScoped
public class LineMessageChannel implements MessageChannel {

    private static final Logger LOG = System.getLogger(LineMessageChannel.class.getName());

    /**
     * How long it holds true whom the messages may go to: longer than they take to set out one after the other, and much
     * less than a transaction may be idle before PostgreSQL ends it, and lets somebody else go on with them.
     */
    private static final Duration HOLDS = Duration.ofSeconds(10);

    private Clock wall;
    private LineConnections connections;
    private Recipients recipients;
    private MessageRenderer renderer;
    private QuotaReader quota;

    /** For the proxy. */
    public LineMessageChannel() {}

    LineMessageChannel(LineConnections connections, Recipients recipients, MessageRenderer renderer) {
        this(connections, recipients, renderer, SystemClock.clock());
    }

    @Inject
    public LineMessageChannel(
            LineConnections connections, Recipients recipients, MessageRenderer renderer, @WallTime Clock wall) {
        this.wall = wall;
        this.connections = connections;
        this.recipients = recipients;
        this.renderer = renderer;
        this.quota = new QuotaReader(connections);
    }

    @Override
    public Sending prepare(List<OutboxMessage> messages) {
        Instant asked = wall.instant();
        Function<OutboxMessage, List<String>> addresses;
        try {
            addresses = recipients.of(messages);
        } catch (RuntimeException database) {
            LOG.log(Level.WARNING, "Nobody can be addressed now: {0}", FailureSummary.of(database));
            String error = "Addresses: " + database.getClass().getSimpleName();
            return (message, tried) -> CompletableFuture.completedFuture(new Delivery.Unavailable(error, false));
        }
        return (message, tried) -> tooLate(asked).orElseGet(() -> send(message, tried, addresses.apply(message)));
    }

    /** This node was frozen on the way: another may have decided otherwise by now (E-18). */
    private Optional<CompletionStage<Delivery>> tooLate(Instant asked) {
        Duration since = Duration.between(asked, wall.instant());
        if (since.compareTo(HOLDS) <= 0) {
            return Optional.empty();
        }
        LOG.log(Level.WARNING, "Too late to send what was true {0} ago", since);
        return Optional.of(
                CompletableFuture.completedFuture(new Delivery.Unavailable("Too late: frozen on the way", false)));
    }

    private CompletionStage<Delivery> send(OutboxMessage message, boolean triedWithSeveral, List<String> addresses) {
        Optional<List<Message>> rendered;
        try {
            rendered = renderer.render(message);
        } catch (RuntimeException lacking) {
            LOG.log(
                    Level.ERROR,
                    "A message of kind {0} cannot be rendered: {1}",
                    message.kind(),
                    FailureSummary.of(lacking));
            return ours("Cannot be rendered: " + message.kind());
        }
        if (rendered.isEmpty()) {
            return ours("Unknown kind of message: " + message.kind());
        }
        return addresses.isEmpty()
                ? CompletableFuture.completedFuture(new Delivery.NobodyLeft())
                : request(message, triedWithSeveral, rendered.get(), addresses);
    }

    @Override
    public Optional<QuotaReading> readQuota(int organizationId) {
        return quota.read(organizationId);
    }

    private CompletionStage<Delivery> request(
            OutboxMessage message, boolean triedWithSeveral, List<Message> rendered, List<String> addresses) {
        try {
            return call(message, triedWithSeveral, rendered, addresses)
                    .handle((answer, failure) -> failure == null ? Outcomes.accepted() : Outcomes.of(failure))
                    .thenCompose(outcome -> outcome instanceof Delivery.Refused refused
                            ? whatIsRefused(message.organizationId(), rendered, refused)
                            : CompletableFuture.completedFuture(outcome));
        } catch (RuntimeException closed) {
            return CompletableFuture.completedFuture(new Delivery.Unavailable(Failures.summary(closed), false));
        }
    }

    /** Whom it goes to or what it says: LINE looks at words alone too, which counts for nothing. Its texts may change. */
    private CompletionStage<Delivery> whatIsRefused(
            int organization, List<Message> rendered, Delivery.Refused refused) {
        ValidateMessageRequest words = new ValidateMessageRequest(rendered);
        return connections
                .call(organization, api -> api.validatePush(words))
                .handle((answer, failure) -> failure != null && Outcomes.of(failure) instanceof Delivery.Refused said
                        ? new Delivery.WordsRefused(said.error())
                        : refused);
    }

    private CompletableFuture<?> call(
            OutboxMessage message, boolean triedWithSeveral, List<Message> rendered, List<String> addresses) {
        // By the number of recipients, not of addresses: should one block us between two attempts, the second must
        // still be the same request for LINE, which promises its retry keys to the same request only.
        int organization = message.organizationId();
        if (message.recipients().size() == 1 && !triedWithSeveral) {
            PushMessageRequest push = new PushMessageRequest.Builder(addresses.get(0), rendered).build();
            return connections.call(organization, api -> api.pushMessage(message.id(), push));
        }
        MulticastRequest multicast = new MulticastRequest.Builder(rendered, addresses).build();
        return connections.call(organization, api -> api.multicast(message.id(), multicast));
    }

    /** Our own fault, which is nobody's refusal: the message waits until it is mended. */
    private static CompletionStage<Delivery> ours(String error) {
        return CompletableFuture.completedFuture(new Delivery.Unavailable(error, false));
    }
}
