package jp.anpi.messaging.internal.urgent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.anpi.messaging.ContactWay;
import jp.anpi.messaging.Delivery;
import jp.anpi.messaging.UrgentChannel;
import jp.anpi.messaging.UrgentChannels;
import jp.anpi.messaging.UrgentMessage;

/** Finds the channel of each way, and says once when one begins to fail and once when it works again. */
@ApplicationScoped
public class ConfiguredChannels implements UrgentChannels {

    private static final Logger LOG = System.getLogger(ConfiguredChannels.class.getName());

    @Inject
    @Any
    private Instance<UrgentChannel> channels;

    private final Set<ContactWay> failing = EnumSet.noneOf(ContactWay.class);

    @Override
    public Set<ContactWay> offered() {
        return channels.stream()
                .filter(UrgentChannel::configured)
                .map(UrgentChannel::way)
                .collect(Collectors.toSet());
    }

    @Override
    public Delivery send(ContactWay way, UrgentMessage message) {
        Optional<UrgentChannel> channel = channels.stream()
                .filter(candidate -> candidate.way() == way && candidate.configured())
                .findFirst();
        if (channel.isEmpty()) {
            return new Delivery.Unavailable("No channel is configured", false);
        }
        Delivery delivery = channel.get().send(message);
        note(way, delivery);
        return delivery;
    }

    @Override
    public Set<ContactWay> failing() {
        synchronized (failing) {
            return Set.copyOf(failing);
        }
    }

    /** A refusal is about one address: the channel itself works. */
    private void note(ContactWay way, Delivery delivery) {
        synchronized (failing) {
            if (delivery instanceof Delivery.Unavailable unavailable) {
                if (failing.add(way)) {
                    LOG.log(Level.WARNING, "{0} does not work and is tried again: {1}", way, unavailable.error());
                }
            } else if (failing.remove(way)) {
                LOG.log(Level.INFO, "{0} works again", way);
            }
        }
    }
}
