package jp.anpi.escalation.internal;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.anpi.escalation.IncidentOutcome;
import jp.anpi.escalation.IncidentSheet;
import jp.anpi.escalation.IncidentWork;
import jp.anpi.escalation.ProtocolCheck;
import jp.anpi.escalation.ResponseProtocol;
import jp.anpi.escalation.TimelineEntry;
import jp.anpi.escalation.TimelineEntry.Source;
import jp.anpi.escalation.internal.IncidentDesk.Seen;
import jp.anpi.foundation.AuditLog;
import jp.anpi.membership.Deaths;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRight;
import jp.anpi.scheduling.Actor;
import jp.anpi.scheduling.CheckInHistory;
import jp.anpi.scheduling.CheckIns;
import jp.anpi.scheduling.Transition;

/** What staff do, each deed under the incident's lock and in the audit log. */
@Stateless
public class IncidentWorkBean implements IncidentWork {

    private static final Set<String> ENDINGS = Stream.of(
                    Transition.STAFF_CLOSED, Transition.WATCHER_CLOSED, Transition.OK_AFTER_ALERT)
            .map(Enum::name)
            .collect(Collectors.toUnmodifiableSet());

    @Inject
    private IncidentDesk desk;

    @Inject
    private IncidentTable incidents;

    @Inject
    private ProtocolTable protocol;

    @Inject
    private CheckIns checkIns;

    @Inject
    private CheckInHistory history;

    @Inject
    private GoodNews goodNews;

    @Inject
    private LastNews lastNews;

    @Inject
    private Deaths deaths;

    @Inject
    private AuditLog audit;

    @Resource
    private SessionContext transaction;

    @Override
    public Optional<IncidentSheet> look(StaffCaller caller, long incidentId, Instant now) {
        caller.require(StaffRight.SEE_INCIDENTS);
        Optional<Seen> seen = desk.find(caller, incidentId);
        seen.ifPresent(one -> note(caller, "LOOKED_AT_INCIDENT", one, now));
        return seen.map(one -> sheet(caller, one));
    }

    private IncidentSheet sheet(StaffCaller caller, Seen seen) {
        List<TimelineEntry> timeline = new ArrayList<>(moves(caller.organizationId(), seen));
        timeline.addAll(desk.notices(seen.incident().id()));
        timeline.addAll(desk.entries(seen.incident().id()));
        timeline.sort(Comparator.comparing(TimelineEntry::at).thenComparing(IncidentWorkBean::rank));
        return new IncidentSheet(
                seen.incident(),
                seen.subjectId(),
                seen.version(),
                seen.nickname().filter(name -> caller.may(StaffRight.SEE_NICKNAMES)),
                seen.closedAt(),
                seen.outcome(),
                timeline,
                protocol.checks(caller.organizationId(), seen.incident().id()));
    }

    /** Of what bears the same instant the question comes first, and what ended it, and the incident with it, last. */
    private static int rank(TimelineEntry entry) {
        int last = Source.values().length;
        if (entry.source() == Source.INCIDENT && entry.kind().equals("CLOSED")) {
            return last + 1;
        }
        return entry.source() == Source.CHECK_IN && ENDINGS.contains(entry.kind())
                ? last
                : entry.source().ordinal();
    }

    private List<TimelineEntry> moves(int organization, Seen seen) {
        return seen
                .checkInId()
                .map(id ->
                        history.moves(organization, id, seen.checkInOpenedAt().orElseThrow()))
                .orElse(List.of())
                .stream()
                .map(move -> TimelineEntry.plain(
                        move.at(), Source.CHECK_IN, move.reason(), move.actor().name(), 0))
                .toList();
    }

    @Override
    public Deed take(StaffCaller caller, long incidentId, int version, Instant now) {
        caller.require(StaffRight.HANDLE_INCIDENTS);
        return underLock(caller, incidentId, version, seen -> {
            assign(caller, seen, now);
            note(caller, "TOOK_INCIDENT", seen, now);
        });
    }

    @Override
    public Deed record(StaffCaller caller, long incidentId, int version, Contact contact, Instant now) {
        caller.require(StaffRight.HANDLE_INCIDENTS);
        return underLock(caller, incidentId, version, seen -> {
            if (!seen.assigned()) {
                assign(caller, seen, now);
            }
            desk.record(caller, incidentId, contact, now);
            note(caller, "RECORDED_CONTACT", seen, now);
        });
    }

    /** Watchers who were alerted read it when the first of the staff takes it, not when it is handed over. */
    private void assign(StaffCaller caller, Seen seen, Instant now) {
        desk.assign(caller, seen.incident().id(), now);
        if (!seen.assigned()) {
            goodNews.takenByStaff(incidents.find(seen.incident().id()).orElseThrow(), now);
        }
    }

    @Override
    public List<Colleague> colleagues(StaffCaller caller, long incidentId) {
        caller.require(StaffRight.HANDLE_INCIDENTS);
        return desk.find(caller, incidentId)
                .map(seen -> desk.colleagues(caller, seen))
                .orElse(List.of());
    }

    @Override
    public Deed handOver(StaffCaller caller, long incidentId, int version, int colleague, String note, Instant now) {
        caller.require(StaffRight.HANDLE_INCIDENTS);
        if (colleagues(caller, incidentId).stream().noneMatch(one -> one.id() == colleague)) {
            return Deed.UNKNOWN;
        }
        return underLock(caller, incidentId, version, seen -> {
            desk.handOver(caller, incidentId, colleague, note, now);
            if (!seen.assigned()) {
                goodNews.takenByStaff(incidents.find(incidentId).orElseThrow(), now);
            }
            note(caller, "HANDED_INCIDENT_OVER", seen, now);
        });
    }

    @Override
    public Deed check(StaffCaller caller, long incidentId, int version, Set<Long> steps, Instant now) {
        caller.require(StaffRight.HANDLE_INCIDENTS);
        List<ResponseProtocol.Step> wanted = protocol.present(caller.organizationId()).stream()
                .filter(one -> steps.contains(one.id()))
                .toList();
        // Somebody has changed the checklist since it was on the screen.
        if (wanted.isEmpty() || wanted.size() < steps.size()) {
            return Deed.CHANGED;
        }
        return underLock(caller, incidentId, version, seen -> {
            if (!seen.assigned()) {
                assign(caller, seen, now);
            }
            wanted.forEach(step -> desk.check(caller, incidentId, step, now));
            note(caller, "CHECKED_STEP", seen, now);
        });
    }

    @Override
    public Deed takeBack(StaffCaller caller, long incidentId, int version, long step, String reason, Instant now) {
        caller.require(StaffRight.HANDLE_INCIDENTS);
        Optional<ResponseProtocol.Step> ticked = protocol.checks(caller.organizationId(), incidentId).stream()
                .filter(ProtocolCheck::checked)
                .map(ProtocolCheck::step)
                .filter(one -> one.id() == step)
                .findFirst();
        if (ticked.isEmpty()) {
            return Deed.CHANGED;
        }
        return underLock(caller, incidentId, version, seen -> {
            desk.takeBack(caller, incidentId, ticked.get(), reason, now);
            note(caller, "TOOK_STEP_BACK", seen, now);
        });
    }

    @Override
    public Optional<IncidentSheet> print(StaffCaller caller, long incidentId, String purpose, Instant now) {
        caller.require(StaffRight.PRINT_INCIDENTS);
        Optional<Seen> seen = desk.find(caller, incidentId);
        seen.ifPresent(one -> audit.append(caller.did(
                "PRINTED_INCIDENT",
                one.incident().number(),
                Optional.of("incident " + incidentId + " " + purpose),
                now)));
        return seen.map(one -> sheet(caller, one));
    }

    @Override
    public Deed close(
            StaffCaller caller, long incidentId, int version, IncidentOutcome outcome, String reason, Instant now) {
        caller.require(StaffRight.CLOSE_INCIDENTS);
        Optional<Seen> before = desk.find(caller, incidentId);
        boolean firstNews = standing(before, version) == Deed.DONE && endAlong(caller, before.get(), outcome, now);
        Deed deed = underLock(caller, incidentId, version, seen -> {
            desk.close(caller, incidentId, outcome, reason, now);
            if (outcome.safe()) {
                goodNews.closedByStaff(incidents.find(incidentId).orElseThrow(), now);
            }
            if (firstNews) {
                lastNews.spread(caller, incidents.find(incidentId).orElseThrow(), reason, now)
                        .forEach(along ->
                                note(caller, "CLOSED_ALONG", seen.incident().number(), along, now));
            }
            note(caller, "CLOSED_INCIDENT", seen, now);
        });
        if (deed != Deed.DONE) {
            // Somebody was faster between the two locks: the question stays as they left it.
            transaction.setRollbackOnly();
        }
        return deed;
    }

    /**
     * Notes a death and closes the question, in the order of locks of whoever answers, blocks or leaves: the member, the
     * check-in, and only then the incident.
     *
     * @return whether the incident ends with a death of which watchers have not heard yet
     */
    private boolean endAlong(StaffCaller caller, Seen seen, IncidentOutcome outcome, Instant now) {
        boolean firstNews = outcome.death()
                && seen.subjectId()
                        .filter(member -> seen.incident().number().isPresent())
                        .map(member -> deaths.note(caller.organizationId(), member, now))
                        .orElse(true);
        seen.checkInId()
                .ifPresent(id -> checkIns.close(
                        caller.organizationId(), id, seen.checkInOpenedAt().orElseThrow(), Actor.STAFF, now));
        return firstNews;
    }

    private Deed underLock(StaffCaller caller, long incidentId, int version, Consumer<Seen> work) {
        incidents.lock(incidentId);
        Optional<Seen> seen = desk.find(caller, incidentId);
        Deed standing = standing(seen, version);
        if (standing == Deed.DONE) {
            work.accept(seen.get());
        }
        return standing;
    }

    private static Deed standing(Optional<Seen> seen, int version) {
        if (seen.isEmpty()) {
            return Deed.UNKNOWN;
        }
        if (seen.get().closedAt().isPresent()) {
            return Deed.CLOSED;
        }
        return seen.get().version() == version ? Deed.DONE : Deed.CHANGED;
    }

    private void note(StaffCaller caller, String action, Seen seen, Instant now) {
        note(caller, action, seen.incident().number(), seen.incident().id(), now);
    }

    private void note(StaffCaller caller, String action, Optional<String> number, long incident, Instant now) {
        audit.append(caller.did(action, number, Optional.of("incident " + incident), now));
    }
}
