package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import jp.anpi.membership.Member;
import jp.anpi.membership.MemberBlocked;
import jp.anpi.membership.MemberLeaving;
import jp.anpi.membership.WatchEnded;
import jp.anpi.scheduling.Subject;

/**
 * Somebody blocks us, leaves or watches no more who was to be told, or who had taken it upon them: the incident is open
 * again, and where nobody else can be told, staff are at once (E-12, E-13).
 */
@ApplicationScoped
public class LostWatcher {

    @Inject
    private NoticeTable notices;

    @Inject
    private IncidentTable incidents;

    void blocked(@Observes MemberBlocked event) {
        lost(event.member(), event.at());
    }

    void leaving(@Observes MemberLeaving event) {
        lost(event.member(), event.at());
    }

    /** Of what is open about this participant, the watcher hears no more, be it good or bad. */
    void ended(@Observes WatchEnded event) {
        int organization = event.participant().organizationId();
        long watcher = event.watcher().id();
        List<IncidentRow> open = incidents.lockOfSubject(
                organization, Subject.participant(event.participant().id()));
        List<Long> ids = open.stream().map(IncidentRow::id).toList();
        incidents.tellStaff(notices.withdraw(watcher, ids), "NOBODY_TO_TELL", true, event.at());
        List<Long> taken = open.stream()
                .filter(incident ->
                        incident.takenBy().filter(taker -> taker == watcher).isPresent())
                .map(IncidentRow::id)
                .toList();
        incidents.untake(taken, event.at());
        incidents.tellStaff(taken, "NOT_TAKEN", false, event.at());
    }

    private void lost(Member member, Instant at) {
        incidents.tellStaff(notices.lose(member.organizationId(), member.id()), "NOBODY_TO_TELL", true, at);
        List<Long> taken = incidents.lockTakenBy(member.organizationId(), member.id());
        incidents.untake(taken, at);
        incidents.tellStaff(taken, "NOT_TAKEN", false, at);
    }
}
