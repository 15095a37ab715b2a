package jp.anpi.escalation.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.anpi.escalation.WatcherActions;
import jp.anpi.escalation.WatcherView;
import jp.anpi.membership.Member;
import jp.anpi.membership.Members;
import jp.anpi.membership.WatchLinks;
import jp.anpi.scheduling.Actor;
import jp.anpi.scheduling.CheckIns;
import jp.anpi.scheduling.PoliciesInForce;

/** A watcher's actions, each under the incident's lock. */
@Stateless
public class WatcherActionsBean implements WatcherActions {

    @Inject
    private NoticeTable notices;

    @Inject
    private IncidentTable incidents;

    @Inject
    private GoodNews goodNews;

    @Inject
    private CheckIns checkIns;

    @Inject
    private PoliciesInForce policies;

    @Inject
    private Members members;

    @Inject
    private WatchLinks watchLinks;

    @Override
    public Optional<WatcherView> look(int organizationId, long watcherId, UUID messageId, Instant now) {
        return incident(organizationId, watcherId, messageId).map(incident -> view(incident, watcherId));
    }

    @Override
    public Optional<WatcherView> take(int organizationId, long watcherId, UUID messageId, Instant now) {
        return incident(organizationId, watcherId, messageId).map(incident -> {
            if (incident.concernsWatchers() && incident.takenBy().isEmpty()) {
                incidents.take(incident, watcherId, now.plus(takeOver(incident)), now);
                goodNews.taken(incident, watcherId, now);
                return view(incidents.lock(incident.id()).orElseThrow(), watcherId);
            }
            return view(incident, watcherId);
        });
    }

    /** How long the taker has: what counts for the participant at this moment. */
    private Duration takeOver(IncidentRow incident) {
        return policies.ofParticipant(
                        incident.organizationId(), incident.subjectId().orElseThrow())
                .takeOver();
    }

    @Override
    public Optional<WatcherView> close(int organizationId, long watcherId, UUID messageId, String reason, Instant now) {
        Optional<IncidentRow> seen = peek(organizationId, watcherId, messageId);
        // The check-in first: an answer holds its lock before it reaches for the incident.
        seen.filter(IncidentRow::concernsWatchers)
                .filter(incident -> incident.checkInId().isPresent())
                .ifPresent(incident -> checkIns.close(
                        organizationId,
                        incident.checkInId().get(),
                        incident.checkInOpenedAt().orElseThrow(),
                        Actor.WATCHER,
                        now));
        return incident(organizationId, watcherId, messageId).map(incident -> {
            WatcherView view = view(incident, watcherId);
            if (incident.concernsWatchers()) {
                incidents.close(incident, "WATCHER_CONFIRMED", "WATCHER", reason, now);
                goodNews.closed(incident, watcherId, now);
            }
            return view;
        });
    }

    private Optional<IncidentRow> peek(int organizationId, long watcherId, UUID messageId) {
        return notices.incidentOf(organizationId, messageId, watcherId).flatMap(incidents::find);
    }

    private Optional<IncidentRow> incident(int organizationId, long watcherId, UUID messageId) {
        return notices.incidentOf(organizationId, messageId, watcherId).flatMap(incidents::lock);
    }

    /** Whom it is about is shown only to those who still watch that person. */
    private WatcherView view(IncidentRow incident, long watcherId) {
        List<Long> watchers = incident.subjectId().stream()
                .flatMap(id -> watchLinks.watchersOf(incident.organizationId(), id).stream())
                .map(Member::id)
                .toList();
        return new WatcherView(
                incident.id(),
                incident.subjectId()
                        .filter(id -> watchers.contains(watcherId))
                        .flatMap(id -> members.byId(incident.organizationId(), id)),
                watchers.stream().anyMatch(watcher -> watcher != watcherId),
                incident.cause(),
                incident.lastOkAt(),
                incident.openedAt(),
                incident.takenBy().filter(taker -> taker == watcherId).isPresent(),
                incident.takenBy().filter(taker -> taker != watcherId).isPresent(),
                incident.closed());
    }
}
