package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.anpi.escalation.IncidentOutcome;
import jp.anpi.escalation.MessageKinds;
import jp.anpi.membership.DeathTakenBack;
import jp.anpi.membership.Member;
import jp.anpi.membership.Members;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.WatchLink;
import jp.anpi.membership.WatchLinks;
import jp.anpi.messaging.Outbox;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.Priority;
import jp.anpi.scheduling.Subject;

/**
 * Somebody was found dead. Nobody reads that on a phone: those who watch, and those who were alerted, read that the
 * questions have ended and that staff will speak with them.
 */
@ApplicationScoped
public class LastNews {

    @Inject
    private IncidentDesk desk;

    @Inject
    private IncidentTable incidents;

    @Inject
    private NoticeTable notices;

    @Inject
    private AnotherWay anotherWay;

    @Inject
    private Members members;

    @Inject
    private WatchLinks watchLinks;

    @Inject
    private Outbox outbox;

    @Inject
    private ResumedNews resumed;

    /**
     * Whatever else is open about the person ends with it.
     *
     * @return the incidents that were closed along
     */
    List<Long> spread(StaffCaller caller, IncidentRow closed, String reason, Instant now) {
        return closed.subjectId()
                .map(member -> spread(caller, closed, member, reason, now))
                .orElse(List.of());
    }

    private List<Long> spread(StaffCaller caller, IncidentRow closed, long member, String reason, Instant now) {
        List<IncidentRow> open = incidents.lockOfSubject(caller.organizationId(), Subject.participant(member));
        open.forEach(other -> desk.close(caller, other.id(), IncidentOutcome.DECEASED_FOUND, reason, now));
        askingEnded(caller.organizationId(), member, Stream.concat(Stream.of(closed), open.stream()), now);
        return open.stream().map(IncidentRow::id).toList();
    }

    /** Staff take it from here. Whoever was told of any of it hears of it once, by each way by which they were told. */
    private void askingEnded(int organizationId, long member, Stream<IncidentRow> ended, Instant now) {
        List<Long> incidents = ended.map(IncidentRow::id).toList();
        Set<Long> recipients = watchers(organizationId, member);
        incidents.forEach(incident -> recipients.addAll(notices.told(incident)));
        Map<String, String> content = Map.of(
                "number", members.byId(organizationId, member).orElseThrow().number());
        outbox.enqueue(OutboxMessage.notices(
                organizationId, Priority.ALERT, MessageKinds.ASKING_ENDED, content, List.copyOf(recipients), now));
        anotherWay.last(organizationId, member, incidents, MessageKinds.ASKING_ENDED, content, now);
    }

    void takenBack(@Observes DeathTakenBack event) {
        Member member = event.member();
        // Of those who cannot be reached nobody may believe that they are asked again.
        if (member.participant() && member.blockedAt().isEmpty()) {
            Map<String, String> content = ResumedNews.about(member);
            outbox.enqueue(OutboxMessage.notices(
                    member.organizationId(),
                    Priority.REMINDER,
                    MessageKinds.ASKING_RESUMED,
                    content,
                    List.copyOf(watchers(member.organizationId(), member.id())),
                    event.at()));
            resumed.tellBeyondLine(member.organizationId(), member.id(), content, event.at());
        }
    }

    private Set<Long> watchers(int organizationId, long participant) {
        Set<Long> watchers = new HashSet<>();
        watchLinks.reachable(organizationId, Set.of(participant)).stream()
                .map(WatchLink::watcherId)
                .forEach(watchers::add);
        return watchers;
    }
}
