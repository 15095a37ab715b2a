package jp.anpi.escalation.internal.elsewhere;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One message to one address, as it waits.
 *
 * @param recipientId the member whose address it is; empty for the office
 * @param incidentIds what it is about; none where it asks for a confirmation
 * @param step the step of an alert; empty for what follows one, and for the office
 * @param attempts attempts so far; also tells whether another node has begun one since
 * @param maybeSeen whether an earlier attempt may have arrived
 */
public record UrgentDelivery(
        UUID id,
        int organizationId,
        long addressId,
        Optional<Long> recipientId,
        String kind,
        Map<String, String> content,
        List<Long> incidentIds,
        Optional<Integer> step,
        int attempts,
        boolean maybeSeen) {

    /** Asks the owner of an address to confirm it. */
    public static final String CONFIRM = "CONFIRM";

    /** Incidents wait for the office. */
    public static final String STAFF_ALERT = "STAFF_ALERT";

    /** Incidents of which the office was told are over. */
    public static final String STAFF_CLOSED = "STAFF_CLOSED";

    /** A new one. */
    public static UrgentDelivery of(
            int organizationId,
            long addressId,
            Optional<Long> recipientId,
            String kind,
            Map<String, String> content,
            List<Long> incidentIds,
            Optional<Integer> step) {
        return new UrgentDelivery(
                UUID.randomUUID(), organizationId, addressId, recipientId, kind, content, incidentIds, step, 0, false);
    }
}
