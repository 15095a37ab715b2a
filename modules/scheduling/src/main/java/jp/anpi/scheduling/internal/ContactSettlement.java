package jp.anpi.scheduling.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import jp.anpi.messaging.ChannelContact;
import jp.anpi.messaging.ChannelContact.Doubt;
import jp.anpi.messaging.ChannelContact.Way;
import jp.anpi.scheduling.OutageKind;

/** Makes an outage of a doubt that lasts, and ends it with the doubt, each in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ContactSettlement {

    private static final Logger LOG = System.getLogger(ContactSettlement.class.getName());

    /** SQL: whether the doubt {@code d} has become an outage. */
    static final String IS_OUTAGE = "exists (select from outage o where o.ended_at is null"
            + " and o.organization_id = d.organization_id and o.kind = case d.way when '" + Way.OUT + "' then '"
            + OutageKind.LINE + "' else '" + OutageKind.WEBHOOK + "' end)";

    @Inject
    private ChannelContact contact;

    @Inject
    private Outages outages;

    /** @return whether anything changed */
    public boolean settle(Doubt doubt, Instant now) {
        return doubt.restoredAt()
                .map(restored -> end(doubt, restored))
                .orElseGet(() -> !doubt.outageAt().isAfter(now) && contact.stands(doubt) && open(doubt));
    }

    private boolean end(Doubt doubt, Instant restored) {
        if (!contact.settle(doubt)) {
            return false;
        }
        if (!doubt.outageAt().isAfter(restored)) {
            outages.end(kind(doubt), doubt.organizationId(), doubt.since(), restored);
            LOG.log(Level.WARNING, kind(doubt) + " is back for organization " + doubt.organizationId());
        }
        return true;
    }

    private boolean open(Doubt doubt) {
        boolean news = outages.open(kind(doubt), doubt.organizationId(), doubt.since());
        if (news) {
            LOG.log(
                    Level.WARNING,
                    "No contact with organization " + doubt.organizationId() + " since " + doubt.since() + ": "
                            + kind(doubt) + ". Nobody's silence counts meanwhile");
        }
        return news;
    }

    private static OutageKind kind(Doubt doubt) {
        return doubt.way() == Way.OUT ? OutageKind.LINE : OutageKind.WEBHOOK;
    }
}
