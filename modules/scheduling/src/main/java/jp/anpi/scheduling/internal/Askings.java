package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.anpi.messaging.Outbox;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.Priority;
import jp.anpi.scheduling.CheckInOffer;
import jp.anpi.scheduling.CheckInOffers;
import jp.anpi.scheduling.EscalationPolicy;
import jp.anpi.scheduling.EscalationStep;
import jp.anpi.scheduling.MessageKinds;
import jp.anpi.scheduling.Subject;

/** Asks again, many people in one message: repeats, reminders, and re-asking after an outage. */
@ApplicationScoped
public class Askings {

    /**
     * One check-in to ask again about, and since when that was due.
     *
     * @param catchUp whether it is asked because of our own fault
     */
    record Asking(CheckInRow checkIn, Instant due, boolean catchUp) {

        Asking(CheckInRow checkIn, Instant due) {
            this(checkIn, due, false);
        }
    }

    private record Group(int organizationId, Map<String, String> content) {}

    @Inject
    private Outbox outbox;

    @Inject
    private CheckInTable checkIns;

    @Inject
    private CheckInOffers offers;

    @Inject
    private Policies policies;

    /** Enqueues reminders and makes every older asking of these check-ins stale. */
    void again(Collection<Asking> askings, Instant now) {
        Map<Integer, CheckInOffer> offerOf = new HashMap<>();
        Map<Group, List<CheckInRow>> groups = new LinkedHashMap<>();
        for (Asking asking : askings) {
            int organization = asking.checkIn().organizationId();
            CheckInOffer offer = offerOf.computeIfAbsent(organization, offers::of);
            Group group = new Group(organization, AskingContent.of(offer, asking.due(), asking.catchUp(), now));
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(asking.checkIn());
        }
        groups.forEach((group, rows) -> inMessages(group, rows, now));
    }

    private void inMessages(Group group, List<CheckInRow> rows, Instant now) {
        for (int from = 0; from < rows.size(); from += OutboxMessage.MOST_RECIPIENTS) {
            List<CheckInRow> part = rows.subList(from, Math.min(rows.size(), from + OutboxMessage.MOST_RECIPIENTS));
            OutboxMessage message = new OutboxMessage(
                    UUID.randomUUID(),
                    group.organizationId(),
                    Priority.REMINDER,
                    MessageKinds.REMINDER,
                    group.content(),
                    part.stream().map(CheckInRow::subject).map(Subject::id).toList(),
                    part.stream().map(CheckInRow::id).toList(),
                    CheckInTable.earliest(part),
                    CheckInTable.latest(part),
                    now,
                    false);
            outbox.enqueue(List.of(message));
            checkIns.askAgain(message.id(), part, reminded(part, now));
        }
    }

    /** Those whose reminder step this asking fulfils, although the step may be up to an hour away (E-3). */
    private Set<CheckInRow> reminded(List<CheckInRow> rows, Instant now) {
        Set<CheckInRow> reminded = new HashSet<>();
        for (CheckInRow row : rows) {
            EscalationPolicy policy = policies.byId(row.policyId());
            boolean reminderNext = row.nextStep() < policy.steps().size()
                    && policy.steps().get(row.nextStep()).action() == EscalationStep.Action.REMIND;
            if (reminderNext
                    && row.nextStepAt() != null
                    && !row.nextStepAt().isAfter(now.plus(StepSlice.ONE_MESSAGE_WITHIN))) {
                reminded.add(row);
            }
        }
        return reminded;
    }
}
