package jp.anpi.escalation.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.anpi.escalation.MessageKinds;
import jp.anpi.escalation.WhoIsTold;
import jp.anpi.membership.TeamEnded;
import jp.anpi.membership.TeamPart;
import jp.anpi.membership.TeamResumed;
import jp.anpi.membership.WatchLink;
import jp.anpi.messaging.Outbox;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.Priority;

/** Everybody in a team hears of its end, each once and by what it means to them; and that it goes on after all. */
@ApplicationScoped
public class TeamNews {

    @Inject
    private WhoIsTold whoIsTold;

    @Inject
    private Outbox outbox;

    void ended(@Observes TeamEnded event) {
        tell(event.organizationId(), MessageKinds.TEAM_ENDED, event.members(), event.at());
    }

    void resumed(@Observes TeamResumed event) {
        tell(event.organizationId(), MessageKinds.TEAM_RESUMED, event.members(), event.at());
    }

    /** Those to whom it means the same read the same message. */
    private void tell(int organizationId, String kind, List<TeamPart> members, Instant at) {
        Set<Long> watched = watched(organizationId, members);
        members.stream()
                .collect(groupingBy(member -> content(member, watched), mapping(TeamPart::memberId, toList())))
                .forEach((content, recipients) -> outbox.enqueue(
                        OutboxMessage.notices(organizationId, Priority.REMINDER, kind, content, recipients, at)));
    }

    /** Those of the participants of whom an alert reaches a watcher, be it by mail. */
    private Set<Long> watched(int organizationId, List<TeamPart> members) {
        List<Long> participants = members.stream()
                .filter(TeamPart::participant)
                .map(TeamPart::memberId)
                .toList();
        return whoIsTold.inReach(organizationId, participants).stream()
                .map(WatchLink::participantId)
                .collect(toSet());
    }

    private static Map<String, String> content(TeamPart member, Set<Long> watched) {
        Map<String, String> content = new HashMap<>();
        if (member.participant()) {
            content.put("participant", watched.contains(member.memberId()) ? "watched" : "alone");
        }
        if (member.watcher()) {
            content.put("watcher", "yes");
        }
        if (member.lead()) {
            content.put("lead", "yes");
        }
        if (member.elsewhere()) {
            content.put("elsewhere", "yes");
        }
        return content;
    }
}
