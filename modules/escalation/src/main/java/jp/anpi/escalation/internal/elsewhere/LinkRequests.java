package jp.anpi.escalation.internal.elsewhere;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends addresses the link that confirms them. */
@ApplicationScoped
public class LinkRequests {

    @Inject
    private DeliveryTable deliveries;

    void send(int organizationId, long addressId, Optional<Long> memberId, Instant now) {
        UrgentDelivery link = UrgentDelivery.of(
                organizationId, addressId, memberId, UrgentDelivery.CONFIRM, Map.of(), List.of(), Optional.empty());
        deliveries.insert(List.of(link), now);
    }
}
