package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import jp.anpi.escalation.MessageKinds;
import jp.anpi.escalation.internal.elsewhere.DeliveryTable;
import jp.anpi.escalation.internal.elsewhere.UrgentDelivery;

/** Looks at the state once more right before something goes beside LINE (E-6). */
@ApplicationScoped
public class StillMeant {

    @Inject
    private StaffMailTable incidents;

    @Inject
    private NoticeTable notices;

    @Inject
    private DeliveryTable deliveries;

    @Inject
    private ResumedNews resumed;

    /**
     * Registration numbers that the office reads; empty lists for whoever is told of one person.
     *
     * @return empty where it is not wanted any more
     */
    Optional<List<String>> about(UrgentDelivery delivery, boolean confirmed) {
        return switch (delivery.kind()) {
            case UrgentDelivery.CONFIRM -> confirmed ? Optional.empty() : Optional.of(List.of());
            case UrgentDelivery.STAFF_ALERT -> office(delivery, incidents.stillOpen(delivery.incidentIds()), confirmed);
            case UrgentDelivery.STAFF_CLOSED ->
                office(delivery, deliveries.toldOffice(delivery.addressId(), delivery.incidentIds()), confirmed);
            default -> confirmed && wantedByWatcher(delivery) ? Optional.of(List.of()) : Optional.empty();
        };
    }

    private Optional<List<String>> office(UrgentDelivery delivery, List<Long> still, boolean confirmed) {
        return still.isEmpty() || !confirmed
                ? Optional.empty()
                : Optional.of(incidents.numbers(delivery.organizationId(), still));
    }

    /** What follows an alert goes to whoever was told of that; an alert to who still watches, while it is open. */
    private boolean wantedByWatcher(UrgentDelivery delivery) {
        if (delivery.kind().equals(MessageKinds.ASKING_RESUMED)) {
            return resumed.stillTrue(delivery.organizationId(), delivery.content());
        }
        return delivery.step().isEmpty()
                || notices.watchesOpen(
                        delivery.incidentIds().get(0), delivery.recipientId().orElseThrow());
    }
}
