package jp.anpi.line.internal.channel;

import com.linecorp.bot.messaging.client.MessagingApiClient;
import com.linecorp.bot.messaging.model.BotInfoResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.anpi.foundation.Settings.LineSettings;
import jp.anpi.foundation.WallTime;

/** The account of each channel: what its settings say, else what LINE says of it. */
@ApplicationScoped
public class KnownLineAccounts implements LineAccounts {

    private static final Logger LOG = System.getLogger(KnownLineAccounts.class.getName());
    private static final int PATIENCE_SECONDS = 10;
    /** While LINE is silent, not every invitation waits for it anew. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private Channels channels;
    private LineConnections connections;
    private Clock wall;
    private final Map<LineSettings, String> known = new HashMap<>();
    private final Map<LineSettings, Instant> askAgain = new HashMap<>();

    /** For the proxy. */
    public KnownLineAccounts() {}

    @Inject
    KnownLineAccounts(Channels channels, LineConnections connections, @WallTime Clock wall) {
        this.channels = channels;
        this.connections = connections;
        this.wall = wall;
    }

    @Override
    public Optional<String> basicId(int organizationId) {
        return channels.of(organizationId).basicId().or(() -> known(organizationId));
    }

    @Override
    public Optional<String> channelSecret(int organizationId) {
        return channels.of(organizationId).channelSecret();
    }

    private synchronized Optional<String> known(int organizationId) {
        LineSettings channel = channels.of(organizationId);
        boolean due = !wall.instant().isBefore(askAgain.getOrDefault(channel, Instant.MIN));
        if (!known.containsKey(channel) && due) {
            Optional.ofNullable(ask(organizationId)).ifPresent(told -> known.put(channel, told));
            askAgain.put(channel, wall.instant().plus(PAUSE));
        }
        return Optional.ofNullable(known.get(channel));
    }

    private String ask(int organizationId) {
        try {
            BotInfoResponse bot = connections
                    .call(organizationId, MessagingApiClient::getBotInfo)
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .body();
            return bot == null ? null : bot.basicId();
        } catch (ExecutionException | TimeoutException | RuntimeException silent) {
            LOG.log(Level.WARNING, "LINE does not say who the account is: {0}", Failures.summary(silent));
            return null;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
