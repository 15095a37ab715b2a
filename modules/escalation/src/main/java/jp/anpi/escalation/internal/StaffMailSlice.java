package jp.anpi.escalation.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.anpi.escalation.internal.StaffMailTable.Due;
import jp.anpi.escalation.internal.elsewhere.AddressBook;
import jp.anpi.escalation.internal.elsewhere.DeliveryTable;
import jp.anpi.escalation.internal.elsewhere.UrgentDelivery;

/** One slice in one transaction: one mail for all that wait for the same reason. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class StaffMailSlice {

    private static final int SIZE = 1_000;

    /** What the incidents of one mail have in common. */
    private record Occasion(int organizationId, boolean closed, String reason) {
        static Occasion of(Due incident) {
            return new Occasion(
                    incident.organizationId(), incident.closed(), incident.closed() ? "" : incident.reason());
        }
    }

    @Inject
    private StaffMailTable mails;

    @Inject
    private AddressBook addresses;

    @Inject
    private DeliveryTable deliveries;

    /** @return whether any incident was due */
    public boolean run(Instant now) {
        List<Due> due = mails.claim(now, SIZE);
        due.stream()
                .collect(Collectors.groupingBy(Occasion::of))
                .forEach((occasion, own) ->
                        write(occasion, own.stream().map(Due::id).toList(), now));
        return !due.isEmpty();
    }

    private void write(Occasion occasion, List<Long> ids, Instant now) {
        List<Long> office = addresses.office(occasion.organizationId());
        deliveries.insert(
                office.stream()
                        .map(address -> UrgentDelivery.of(
                                occasion.organizationId(),
                                address,
                                Optional.empty(),
                                occasion.closed() ? UrgentDelivery.STAFF_CLOSED : UrgentDelivery.STAFF_ALERT,
                                Map.of("reason", occasion.reason()),
                                ids,
                                Optional.empty()))
                        .toList(),
                now);
        mails.mailed(ids, !office.isEmpty() && !occasion.closed(), now);
    }
}
