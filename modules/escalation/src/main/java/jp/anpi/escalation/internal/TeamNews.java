package jp.anpi.escalation.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.anpi.escalation.MessageKinds;
import jp.anpi.membership.TeamEnded;
import jp.anpi.membership.TeamPart;
import jp.anpi.membership.TeamResumed;
import jp.anpi.messaging.Outbox;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.Priority;

/** Everybody in a team hears of its end, each once and by what it means to them; and that it goes on after all. */
@ApplicationScoped
public class TeamNews {

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
        members.stream()
                .collect(groupingBy(TeamNews::content, mapping(TeamPart::memberId, toList())))
                .forEach((content, recipients) -> outbox.enqueue(
                        OutboxMessage.notices(organizationId, Priority.REMINDER, kind, content, recipients, at)));
    }

    private static Map<String, String> content(TeamPart member) {
        Map<String, String> content = new HashMap<>();
        if (member.participant()) {
            content.put("participant", member.alone() ? "alone" : "watched");
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
