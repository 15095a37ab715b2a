package jp.anpi.escalation.internal.elsewhere;

import java.util.Optional;
import jp.anpi.messaging.ContactWay;

/**
 * An address as it stands in its table.
 *
 * @param memberId empty for one of the office
 * @param sealed who may read it opens it
 */
record Address(long id, int organizationId, Optional<Long> memberId, ContactWay way, byte[] sealed, boolean confirmed) {

    @Override
    public String toString() {
        return "Address[" + id + "]";
    }
}
