package jp.anpi.scheduling.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.anpi.messaging.Outbox;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.Priority;
import jp.anpi.scheduling.CheckInOffer;
import jp.anpi.scheduling.EscalationPolicy;
import jp.anpi.scheduling.MessageKinds;
import jp.anpi.scheduling.Subject;
import org.jdbi.v3.core.Jdbi;

/** Opens check-ins for many schedules and enqueues their questions, up to 500 people in one message. */
@ApplicationScoped
public class QuestionOpening {

    private record Group(int organizationId, Map<String, String> content) {}

    /** What one new check-in needs, column by column. */
    private static final class Columns {
        private final List<Long> schedules = new ArrayList<>();
        private final List<Long> policies = new ArrayList<>();
        private final List<Instant> dues = new ArrayList<>();
        private final List<UUID> asks = new ArrayList<>();
    }

    @Inject
    private Jdbi jdbi;

    @Inject
    private Outbox outbox;

    @Inject
    private CheckInTable checkIns;

    @Inject
    private PoliciesInForceBean policies;

    @Inject
    private Moves moves;

    /** @return the new check-in's id by schedule id */
    Map<Long, Long> open(List<ScheduleRow> due, Map<Integer, CheckInOffer> offerOf, Instant now) {
        if (due.isEmpty()) {
            return Map.of();
        }
        Long[] ids = checkIns.nextIds(due.size());
        Map<Long, Long> openedIds = new HashMap<>();
        Map<Subject, EscalationPolicy> ofTeams = ofTeams(due, offerOf);
        Columns columns = new Columns();
        List<OutboxMessage> messages = new ArrayList<>();
        int next = 0;
        for (var group : group(due, offerOf, now).entrySet()) {
            List<ScheduleRow> rows = group.getValue();
            for (int from = 0; from < rows.size(); from += OutboxMessage.MOST_RECIPIENTS) {
                List<ScheduleRow> part =
                        rows.subList(from, Math.min(rows.size(), from + OutboxMessage.MOST_RECIPIENTS));
                UUID ask = UUID.randomUUID();
                List<Long> references = new ArrayList<>(part.size());
                for (ScheduleRow schedule : part) {
                    long id = ids[next++];
                    references.add(id);
                    openedIds.put(schedule.id(), id);
                    columns.schedules.add(schedule.id());
                    columns.policies.add(policy(schedule, ofTeams, offerOf).id());
                    columns.dues.add(schedule.nextDueAt());
                    columns.asks.add(ask);
                }
                messages.add(question(ask, group.getKey(), part, references, now));
            }
        }
        insert(ids, columns, now);
        outbox.enqueue(messages);
        return openedIds;
    }

    private static Map<Group, List<ScheduleRow>> group(
            List<ScheduleRow> due, Map<Integer, CheckInOffer> offerOf, Instant now) {
        Map<Group, List<ScheduleRow>> groups = new LinkedHashMap<>();
        Map<Integer, Map<Instant, Group>> known = new HashMap<>();
        for (ScheduleRow schedule : due) {
            int organization = schedule.organizationId();
            Group group = known.computeIfAbsent(organization, key -> new HashMap<>())
                    .computeIfAbsent(
                            schedule.nextDueAt(),
                            at -> new Group(organization, AskingContent.of(offerOf.get(organization), at, false, now)));
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(schedule);
        }
        return groups;
    }

    private static EscalationPolicy policy(
            ScheduleRow schedule, Map<Subject, EscalationPolicy> ofTeams, Map<Integer, CheckInOffer> offerOf) {
        return ofTeams.getOrDefault(
                schedule.subject(), offerOf.get(schedule.organizationId()).policy());
    }

    /** Of those in teams with rules of their own; one statement for each organization. */
    private Map<Subject, EscalationPolicy> ofTeams(List<ScheduleRow> due, Map<Integer, CheckInOffer> offerOf) {
        Map<Subject, EscalationPolicy> found = new HashMap<>();
        due.stream()
                .filter(schedule -> schedule.subject().kind() == Subject.Kind.PARTICIPANT)
                .collect(groupingBy(
                        ScheduleRow::organizationId,
                        mapping(schedule -> schedule.subject().id(), toList())))
                .forEach((organization, people) -> policies.ofParticipants(
                                offerOf.get(organization).policy(), people)
                        .forEach((person, policy) -> found.put(Subject.participant(person), policy)));
        return found;
    }

    private static OutboxMessage question(
            UUID ask, Group group, List<ScheduleRow> part, List<Long> references, Instant now) {
        return new OutboxMessage(
                ask,
                group.organizationId(),
                Priority.CHECK_IN,
                MessageKinds.QUESTION,
                group.content(),
                part.stream().map(schedule -> schedule.subject().id()).toList(),
                references,
                now,
                now,
                now,
                false);
    }

    private void insert(Long[] ids, Columns columns, Instant now) {
        int opened =
                jdbi.withHandle(handle -> handle.createUpdate("with opened as (insert into check_in (id, opened_at,"
                                + " organization_id, schedule_id, subject_kind, subject_id, state, policy_id, due_at, ask_id)"
                                + " select o.id, :now, s.organization_id, s.id, s.subject_kind, s.subject_id, 'PENDING',"
                                + " o.policy, o.due, o.ask from unnest(:ids, :schedules, :policies, :dues, :asks)"
                                + " as o (id, schedule, policy, due, ask) join check_in_schedule s on s.id = o.schedule"
                                + " returning organization_id, id)"
                                + " insert into check_in_log (organization_id, check_in_id, at, to_state, reason, actor)"
                                + " select organization_id, id, :now, 'PENDING', 'CAME_DUE', 'SYSTEM' from opened")
                        .bind("now", now)
                        .bind("ids", ids)
                        .bind("schedules", columns.schedules.toArray(Long[]::new))
                        .bind("policies", columns.policies.toArray(Long[]::new))
                        .bind("dues", columns.dues.toArray(Instant[]::new))
                        .bind("asks", columns.asks.toArray(UUID[]::new))
                        .execute());
        moves.count("CAME_DUE", opened);
    }
}
