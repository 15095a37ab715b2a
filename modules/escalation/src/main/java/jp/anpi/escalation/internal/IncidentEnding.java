package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jp.anpi.scheduling.CheckInClosed;
import jp.anpi.scheduling.CheckInConfirmed;
import jp.anpi.scheduling.CheckInState;

/** An incident ends with its check-in: by the participant's own answer, or because the question is gone. */
@ApplicationScoped
public class IncidentEnding {

    @Inject
    private IncidentTable incidents;

    @Inject
    private GoodNews goodNews;

    void onAnswer(@Observes CheckInConfirmed confirmed) {
        if (!confirmed.late()) {
            // Nobody was told: there is no incident to look for.
            return;
        }
        for (IncidentRow incident : incidents.lockOfCheckIn(confirmed.checkIn().id())) {
            incidents.close(incident, "ANSWERED", "PARTICIPANT", null, confirmed.at());
            goodNews.allClear(incident, confirmed.at());
        }
    }

    void onClosing(@Observes CheckInClosed closed) {
        // A block opens its own incident; who leaves is parted from theirs by the news of it. Everything else that ends
        // the question ends what was open about it.
        if (closed.state() != CheckInState.UNREACHABLE && closed.state() != CheckInState.CANCELLED) {
            for (IncidentRow incident : incidents.lockOfCheckIn(closed.checkIn().id())) {
                incidents.close(incident, closed.state().name(), "SYSTEM", null, closed.at());
                goodNews.closed(incident, closed.at());
            }
        }
    }
}
