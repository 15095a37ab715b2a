package jp.anpi.line.internal.channel;

import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.ReplyMessageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Replies over the SDK.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#send-reply-message">Send reply message</a>
 */
@ApplicationScoped
public class LineReplies implements Replies {

    private static final Logger LOG = System.getLogger(LineReplies.class.getName());
    /** More than the end of the client's own patience. */
    private static final int LONGEST_SECONDS = 30;

    @Inject
    private LineConnections connections;

    /** For the container, and for its proxy. */
    public LineReplies() {}

    LineReplies(LineConnections connections) {
        this.connections = connections;
    }

    @Override
    public CompletableFuture<Outcome> reply(int organizationId, String replyToken, List<Message> messages) {
        try {
            ReplyMessageRequest request = new ReplyMessageRequest.Builder(replyToken, messages).build();
            return connections
                    .call(organizationId, api -> api.replyMessage(request))
                    .handle((answer, failure) -> failure == null ? Outcome.SENT : outcome(failure))
                    .completeOnTimeout(Outcome.UNCERTAIN, LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (RuntimeException closed) {
            LOG.log(Level.WARNING, "A reply could not be sent: {0}", Failures.summary(closed));
            return CompletableFuture.completedFuture(Outcome.TOKEN_GONE);
        }
    }

    private static Outcome outcome(Throwable failure) {
        IOException known = Failures.known(failure);
        Outcome outcome = Outcome.SENT;
        if (known instanceof NoAnswerException none) {
            outcome = none.written() ? Outcome.UNCERTAIN : Outcome.TOKEN_GONE;
        } else if (known instanceof RefusedByLineException refused) {
            outcome = outcome(refused);
        }
        if (outcome == Outcome.REFUSED) {
            LOG.log(Level.WARNING, "LINE refused a reply: {0}", Failures.summary(known));
        }
        return outcome;
    }

    private static Outcome outcome(RefusedByLineException refused) {
        return switch (refused.status()) {
            case 400 -> badRequest(refused);
            case 401, 429, 502, 503 -> refused.sentTwice() ? Outcome.UNCERTAIN : Outcome.TOKEN_GONE;
            case 408 -> Outcome.UNCERTAIN;
            default -> refused.status() >= 500 || refused.status() < 400 ? Outcome.UNCERTAIN : Outcome.REFUSED;
        };
    }

    private static Outcome badRequest(RefusedByLineException refused) {
        if (!refused.getMessage().contains("reply token")) {
            return Outcome.REFUSED;
        }
        // Sent twice by the HTTP client, the second finds the token used up by the first.
        return refused.sentTwice() ? Outcome.UNCERTAIN : Outcome.TOKEN_GONE;
    }
}
