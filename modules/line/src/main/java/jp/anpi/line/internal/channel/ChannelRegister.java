package jp.anpi.line.internal.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import jp.anpi.foundation.FailureSummary;
import jp.anpi.foundation.Pulse;
import jp.anpi.foundation.Settings;
import jp.anpi.foundation.Settings.LineSettings;
import jp.anpi.foundation.WallTime;
import jp.anpi.line.LineChannelChanged;
import jp.anpi.line.internal.channel.ChannelTable.Kept;
import jp.anpi.membership.Organizations;

/**
 * Which channel each organization speaks through. Kept in memory, because every delivery and every message asks; what
 * another node has changed is seen within seconds, and while the database is away what was known goes on being true.
 */
@ApplicationScoped
public class ChannelRegister implements Pulse, Channels {

    private static final Logger LOG = System.getLogger(ChannelRegister.class.getName());
    private static final Duration EVERY = Duration.ofSeconds(5);
    /** However many forged deliveries come within it, they cost one look. */
    private static final Duration AT_ONCE = Duration.ofMillis(200);

    @Inject
    Settings settings;

    @Inject
    Organizations organizations;

    @Inject
    ChannelTable table;

    @Inject
    @WallTime
    Clock wall;

    private final Lock looking = new ReentrantLock();
    private volatile Map<Integer, Kept> kept;
    private volatile int first;
    private Instant lookAgain = Instant.MIN;
    private Instant doubtAgain = Instant.MIN;
    private boolean complained;

    @Override
    public int order() {
        return 96;
    }

    @Override
    public void beat(Instant now) {
        // Due work does not wait behind deliveries that nobody can verify.
        if (!looking.tryLock()) {
            return;
        }
        try {
            Instant present = wall.instant();
            if (!present.isBefore(lookAgain)) {
                lookAgain = present.plus(EVERY);
                tryToLook();
            }
        } finally {
            looking.unlock();
        }
    }

    /**
     * A delivery is signed with another secret than the known one: perhaps one that was entered at another node a moment
     * ago. LINE does not deliver again, so it is looked for at once; whoever asks meanwhile waits for the same look.
     */
    public void doubted(int organizationId) {
        if (fixed(organizationId)) {
            return;
        }
        looking.lock();
        try {
            if (!wall.instant().isBefore(doubtAgain)) {
                tryToLook();
                // From its end: whoever waited for a slow look does not begin another.
                doubtAgain = wall.instant().plus(AT_ONCE);
            }
        } finally {
            looking.unlock();
        }
    }

    private void tryToLook() {
        try {
            look();
            complained = false;
        } catch (RuntimeException away) {
            if (!complained) {
                LOG.log(Level.WARNING, "Channels cannot be read now: {0}", FailureSummary.of(away));
            }
            complained = true;
        }
    }

    /** Secrets are opened only where something changed. */
    private void look() {
        Map<Integer, Kept> known = kept;
        if (known == null || !table.versions().equals(versions(known))) {
            kept = table.all();
        }
    }

    private static Map<Integer, Integer> versions(Map<Integer, Kept> known) {
        return known.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .version()));
    }

    /** No transaction is left in which to read it: whoever asks next does. */
    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) LineChannelChanged change) {
        kept = null;
    }

    private Map<Integer, Kept> kept() {
        Map<Integer, Kept> known = kept;
        if (known == null) {
            known = table.all();
            kept = known;
        }
        return known;
    }

    /** What was entered, in use or not. */
    Optional<Kept> entered(int organizationId) {
        return Optional.ofNullable(kept().get(organizationId));
    }

    /** Whether the installation's properties name the channel of this organization. */
    boolean fixed(int organizationId) {
        return named() && organizationId == first();
    }

    /** It stays the first: looked up once. */
    private int first() {
        int known = first;
        if (known == 0) {
            known = organizations.first().id();
            first = known;
        }
        return known;
    }

    private boolean named() {
        LineSettings line = settings.line();
        return line.channelSecret().isPresent()
                || line.channelAccessToken().isPresent()
                || line.channelId().isPresent();
    }

    @Override
    public LineSettings of(int organizationId) {
        LineSettings line = settings.line();
        if (fixed(organizationId)) {
            return line;
        }
        // An organization without a channel of its own speaks through the one of the installation.
        return entered(organizationId).map(own -> own.settings(line)).orElse(line);
    }
}
