package jp.anpi.line.internal.channel;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.foundation.AuditLog;
import jp.anpi.line.LineChannelChanged;
import jp.anpi.line.internal.channel.ChannelTable.Kept;
import jp.anpi.membership.StaffCaller;

/** Keeps a channel that LINE has taken, with its line in the audit log, in one transaction. */
@Stateless
public class ChannelStore {

    @Inject
    private ChannelTable table;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<LineChannelChanged> changed;

    /** @return false where somebody entered another meanwhile */
    public boolean keep(StaffCaller caller, Kept channel, int before, Instant now) {
        boolean kept = table.keep(caller.organizationId(), channel, before);
        if (kept) {
            audit.append(caller.did("CHANNEL_ENTERED", Optional.empty(), Optional.of(channel.basicId()), now));
            changed.fire(new LineChannelChanged(caller.organizationId()));
        }
        return kept;
    }
}
