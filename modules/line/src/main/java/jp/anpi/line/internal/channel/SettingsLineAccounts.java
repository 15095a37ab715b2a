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
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.anpi.foundation.Settings;
import jp.anpi.foundation.Settings.LineSettings;
import jp.anpi.foundation.WallTime;

/** The account of the settings, which every organization uses today. */
@ApplicationScoped
public class SettingsLineAccounts implements LineAccounts {

    private static final Logger LOG = System.getLogger(SettingsLineAccounts.class.getName());
    private static final int PATIENCE_SECONDS = 10;
    /** While LINE is silent, not every invitation waits for it anew. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private LineSettings settings;
    private LineConnections connections;
    private Clock wall;
    private String asked;
    private Instant askAgain = Instant.MIN;

    /** For the proxy. */
    public SettingsLineAccounts() {}

    @Inject
    SettingsLineAccounts(Settings settings, LineConnections connections, @WallTime Clock wall) {
        this(settings.line(), connections, wall);
    }

    SettingsLineAccounts(LineSettings settings, LineConnections connections, Clock wall) {
        this.settings = settings;
        this.connections = connections;
        this.wall = wall;
    }

    @Override
    public Optional<String> basicId(int organizationId) {
        return settings.basicId().or(() -> known(organizationId));
    }

    @Override
    public Optional<String> channelSecret(int organizationId) {
        return settings.channelSecret();
    }

    private synchronized Optional<String> known(int organizationId) {
        if (asked == null && !wall.instant().isBefore(askAgain)) {
            asked = ask(organizationId);
            askAgain = wall.instant().plus(PAUSE);
        }
        return Optional.ofNullable(asked);
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
