package jp.anpi.escalation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import jp.anpi.membership.WatchLink;

/**
 * Who is told about a participant. It is said in this one place, for whoever tells and for whatever a phone says of it:
 * nobody reads of staff where a watcher is told, be it by mail alone, nor of watchers whom nothing reaches (E-9, E-13).
 */
public interface WhoIsTold {

    /**
     * Whom it concerns.
     *
     * @param watchers how many of those who watch
     * @param staff whether staff
     */
    record Told(int watchers, boolean staff) {

        public boolean anyWatcher() {
            return watchers > 0;
        }

        public boolean staffAlone() {
            return staff && !anyWatcher();
        }
    }

    /**
     * Those who watch these participants and whom an alert would reach now: by LINE, or at an address that they confirmed.
     *
     * @return each pair once
     */
    List<WatchLink> inReach(int organizationId, Collection<Long> participantIds);

    /** Who is told first where this participant does not answer, by the rules that count for them now; perhaps nobody. */
    Told ofSilence(int organizationId, long participantId);

    /** Who was told of this participant's open call for help, or is being told (E-11). */
    Told ofCallForHelp(int organizationId, long participantId);

    /** Who hears of it that what was open about this participant ended at that instant (E-6). */
    Told ofEnd(int organizationId, long participantId, Instant at);
}
