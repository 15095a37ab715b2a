package jp.anpi.escalation.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.anpi.escalation.internal.elsewhere.AddressBook;
import jp.anpi.escalation.internal.elsewhere.DeliveryTable;
import jp.anpi.escalation.internal.elsewhere.UrgentDelivery;
import jp.anpi.escalation.internal.elsewhere.Wording;
import jp.anpi.messaging.BackOff;
import jp.anpi.messaging.ContactWay;
import jp.anpi.messaging.Delivery;
import jp.anpi.messaging.UrgentChannels;
import jp.anpi.messaging.UrgentMessage;

/**
 * The two transactions of a sending beside LINE, as those of the outbox (E-17): first the look at the state once more
 * and that an attempt begins, then the sending under the row's lock and what became of it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class UrgentDispatch {

    private static final Logger LOG = System.getLogger(UrgentDispatch.class.getName());

    /**
     * What is to be sent now.
     *
     * @param any whether the delivery was this node's to work
     * @param message empty where it is not wanted any more
     */
    public record Announced(boolean any, UrgentDelivery delivery, ContactWay way, Optional<UrgentMessage> message) {}

    @Inject
    private DeliveryTable deliveries;

    @Inject
    private StillMeant stillMeant;

    @Inject
    private AddressBook addresses;

    @Inject
    private Wording wording;

    @Inject
    private UrgentChannels channels;

    @Inject
    private NoticeTable notices;

    @Inject
    private IncidentTable incidents;

    @Inject
    private Clock clock;

    /** Announces an attempt, or drops what is not wanted any more. */
    public Announced announce(UUID id, Instant now) {
        Optional<UrgentDelivery> claimed = deliveries.claim(id, now);
        if (claimed.isEmpty()) {
            return new Announced(false, null, null, Optional.empty());
        }
        UrgentDelivery delivery = claimed.get();
        AddressBook.Destination to = addresses.destination(delivery.addressId()).orElseThrow();
        Optional<List<String>> about = stillMeant.about(delivery, to.confirmed());
        if (about.isEmpty()) {
            deliveries.settle(id, "DROPPED", null, now);
            delivery.step().ifPresent(alert -> nobodyLeft(delivery, now));
            return new Announced(true, delivery, to.way(), Optional.empty());
        }
        UrgentMessage message = wording.write(delivery, to, about.get(), now);
        deliveries.announce(id);
        return new Announced(true, delivery, to.way(), Optional.of(message));
    }

    /** Sends what was announced, and keeps what became of it. */
    public void send(UrgentDelivery delivery, ContactWay way, UrgentMessage message) {
        if (!deliveries.reclaim(delivery.id(), delivery.attempts() + 1)) {
            return;
        }
        Delivery outcome = channels.send(way, message);
        Instant at = clock.instant();
        if (outcome instanceof Delivery.Accepted) {
            deliveries.settle(delivery.id(), "ACCEPTED", null, at);
        } else if (outcome instanceof Delivery.Refused refused) {
            LOG.log(Level.WARNING, "An address was refused by {0}: {1}", way, refused.error());
            deliveries.settle(delivery.id(), "REFUSED", refused.error(), at);
            nobodyLeft(delivery, at);
        } else {
            postpone(delivery, outcome, at);
        }
    }

    private void nobodyLeft(UrgentDelivery delivery, Instant at) {
        incidents.tellStaff(notices.withoutAnybody(delivery.incidentIds()), "NOBODY_TO_TELL", true, at);
    }

    /** It is tried again later; nothing was sent. */
    public void setAside(UUID id, Instant now, String error) {
        deliveries.postpone(id, now.plus(BackOff.LONGEST), error, false);
    }

    private void postpone(UrgentDelivery delivery, Delivery outcome, Instant at) {
        int attempts = delivery.attempts() + 1;
        if (outcome instanceof Delivery.Unavailable unavailable) {
            boolean seen = delivery.maybeSeen() || unavailable.maybeAccepted();
            deliveries.postpone(delivery.id(), at.plus(BackOff.afterFailure(attempts)), unavailable.error(), seen);
        } else {
            deliveries.postpone(
                    delivery.id(), at.plus(BackOff.afterTooFast(attempts)), "Too fast", delivery.maybeSeen());
        }
    }
}
