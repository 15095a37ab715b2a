package jp.anpi.scheduling;

import java.time.Instant;
import java.util.List;

/** Our own outages, for whoever watches the watcher (E-21). */
public interface OutageHistory {

    /** Those that are going on, the oldest first. */
    List<Outage> open();

    /** Those that are going on or ended after this instant, the oldest first, at most 1,000. */
    List<Outage> since(Instant instant);
}
