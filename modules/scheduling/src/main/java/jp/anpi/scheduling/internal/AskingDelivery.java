package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.anpi.messaging.DeliveryOwner;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.scheduling.CheckInOffers;
import jp.anpi.scheduling.CheckInState;
import jp.anpi.scheduling.MessageKinds;
import jp.anpi.scheduling.Transition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Questions and reminders on their way: wanted while they are their check-in's newest asking; accepted, they start or
 * keep the clock (E-2, E-3).
 */
@ApplicationScoped
public class AskingDelivery implements DeliveryOwner {

    /** A message up to this much after its time is on time. */
    private static final Duration ON_TIME = Duration.ofSeconds(30);

    private static final Duration TURN_OF_WHAT_IS_DUE = Duration.ofSeconds(10);

    private static final String[] WAITING = names(CheckInState.PENDING, CheckInState.HELD);
    private static final String[] ASKED =
            names(CheckInState.SENT, CheckInState.REMINDED, CheckInState.ALERTED, CheckInState.NEED_HELP);

    /**
     * While nobody was told yet, a reminder step that is due, or within an hour of it, is fulfilled; the next step then
     * keeps its time, but leaves at least the answer window after a delayed reminder, be it that this message is late or
     * that it stands in for one that never went out. A step that lost its time to an outage gets it back the same way.
     */
    private static final String REMINDERS_ACCEPTED = """
            with before as (
                select c.opened_at, c.id, c.state, c.sent_at, p.answer_window_minutes as answer_window,
                       c.state in ('SENT', 'REMINDED') and this_step.action = 'REMIND'
                           and c.sent_at + make_interval(mins => this_step.delay_minutes)
                               <= cast(:at as timestamptz) + interval '60 minutes' as fulfilled,
                       c.state in ('SENT', 'REMINDED') and this_step.action <> 'REMIND'
                           and (c.next_step_at is null or c.next_step_at = c.put_off_until) as lost,
                       this_step.delay_minutes as this_delay, next_step.delay_minutes as next_delay
                from check_in c
                join escalation_policy p on p.id = c.policy_id
                left join escalation_step this_step on this_step.policy_id = c.policy_id
                    and this_step.position = c.next_step
                left join escalation_step next_step on next_step.policy_id = c.policy_id
                    and next_step.position = c.next_step + 1
                where c.opened_at between :from and :until and c.id = any(:ids) and c.state = any(:states)
                for update of c),
            asked as (
                update check_in c set
                    ask_accepted = c.ask_accepted or c.ask_id = any(:messages),
                    asked_at = case when c.ask_id = any(:messages) then :at else c.asked_at end,
                    state = case when c.state = any(:sources) then :target else c.state end,
                    next_step = case when b.fulfilled then c.next_step + 1 else c.next_step end,
                    next_step_at = case
                        when b.fulfilled then greatest(b.sent_at + make_interval(mins => b.next_delay),
                            case when b.next_delay is not null and (:delayed or b.sent_at
                                    + make_interval(mins => b.this_delay + 60) < cast(:at as timestamptz))
                                then cast(:at as timestamptz) + make_interval(mins => b.answer_window) end)
                        when b.lost and b.this_delay is not null then least(c.put_off_until,
                            greatest(b.sent_at + make_interval(mins => b.this_delay),
                                cast(:at as timestamptz) + make_interval(mins => b.answer_window)))
                        else c.next_step_at end
                from before b where c.opened_at = b.opened_at and c.id = b.id
                returning c.organization_id, c.id, b.state as from_state, c.state as to_state)
            insert into check_in_log (organization_id, check_in_id, at, from_state, to_state, reason, actor)
            select organization_id, id, :at, from_state, to_state, :reason, 'SYSTEM' from asked
            """;

    private static final String GO_ON_WITHOUT = "update check_in c set next_step = told.position, next_step_at ="
            + " greatest(c.sent_at + make_interval(mins => told.delay_minutes),"
            + " cast(:at as timestamptz) + make_interval(mins => p.answer_window_minutes))"
            + " from escalation_policy p, escalation_step s, escalation_step told"
            + " where c.opened_at between :from and :until and c.id = any(:ids) and c.state in ('SENT', 'REMINDED')"
            + " and p.id = c.policy_id and s.policy_id = c.policy_id and s.position = c.next_step"
            + " and told.policy_id = c.policy_id and told.delay_minutes is not null"
            + " and told.position = c.next_step + case when s.action = 'REMIND' then 1 else 0 end";

    private static final String REFUSED = " and (c.next_step_at is null or c.next_step_at = c.put_off_until)";

    /**
     * A reminder that the channel has not taken for a day, although it answers: with a wrong token, for instance. While it
     * does not answer, and for a day after any outage, the person may have answered in vain and must be asked first (E-8).
     */
    private static final String GIVEN_UP = " and c.next_step_at is null and s.action = 'REMIND'"
            + " and c.sent_at + make_interval(mins => s.delay_minutes) + interval '24 hours' <= :at"
            + " and not exists (select from outage o where coalesce(o.organization_id, c.organization_id)"
            + " = c.organization_id and coalesce(o.ended_at, 'infinity') > cast(:at as timestamptz) - interval '24 hours')";

    /** Where missed slots count, the slot counts too in which the channel took nothing for this person. */
    private static final String ASKED_AS_FAR_AS_CAN_BE = "update check_in c set ask_accepted = true, asked_at = :at"
            + " from escalation_step s where c.opened_at between :from and :until and c.id = any(:ids)"
            + " and c.ask_id = any(:messages) and c.state in ('SENT', 'REMINDED', 'ALERTED')"
            + " and s.policy_id = c.policy_id and s.position = c.next_step and s.missed_slots is not null";

    @Inject
    private Jdbi jdbi;

    @Inject
    private CheckInOffers offers;

    @Inject
    private Moves moves;

    @Override
    public Set<String> kinds() {
        return Set.of(MessageKinds.QUESTION, MessageKinds.REMINDER);
    }

    @Override
    public Map<UUID, Set<Long>> stillWanted(List<OutboxMessage> messages) {
        Map<UUID, Set<Long>> references = new HashMap<>();
        jdbi.useHandle(handle -> {
            for (String kind : kinds()) {
                List<OutboxMessage> own = ofKind(messages, kind);
                if (!own.isEmpty()) {
                    bind(
                                    handle.createQuery("select ask_id, array_agg(id) as ids from check_in"
                                            + " where opened_at between :from and :until and id = any(:ids)"
                                            + " and state = any(:states) group by ask_id"),
                                    own)
                            .bind("states", kind.equals(MessageKinds.QUESTION) ? WAITING : ASKED)
                            .map((row, context) -> references.put(
                                    row.getObject("ask_id", UUID.class), new HashSet<>(Arrays.asList((Long[])
                                            row.getArray("ids").getArray()))))
                            .list();
                }
            }
        });
        Map<UUID, Set<Long>> wanted = new HashMap<>();
        messages.forEach(message ->
                wanted.put(message.id(), recipients(message, references.getOrDefault(message.id(), Set.of()))));
        return wanted;
    }

    private static Set<Long> recipients(OutboxMessage message, Set<Long> references) {
        Set<Long> recipients = new HashSet<>();
        for (int i = 0; i < message.references().size(); i++) {
            if (references.contains(message.references().get(i))) {
                recipients.add(message.recipients().get(i));
            }
        }
        return recipients;
    }

    /**
     * What is late waits for the delivery window, and lets what is due at this very moment go first: that asks anew, and is
     * the one message (E-8).
     */
    @Override
    public Map<UUID, Instant> notBefore(List<OutboxMessage> messages, Instant now) {
        Map<UUID, Instant> deferred = new HashMap<>();
        List<OutboxMessage> late = messages.stream()
                .filter(message -> AskingContent.late(message.content(), now))
                .toList();
        dueAnyway(late, now).forEach(message -> deferred.put(message, now.plus(TURN_OF_WHAT_IS_DUE)));
        for (OutboxMessage message : late) {
            DeliveryWindow.of(offers.of(message.organizationId()))
                    .opensAfter(now)
                    .ifPresent(opening -> deferred.put(message.id(), opening));
        }
        return deferred;
    }

    /** Of whom somebody's schedule has just fallen due and has not been worked yet; one that hangs is not waited for. */
    private Set<UUID> dueAnyway(List<OutboxMessage> late, Instant now) {
        return late.isEmpty()
                ? Set.of()
                : jdbi.withHandle(handle -> bind(
                                handle.createQuery("select distinct c.ask_id from check_in c"
                                        + " join check_in_schedule s on s.id = c.schedule_id"
                                        + " where c.opened_at between :from and :until and c.id = any(:ids)"
                                        + " and s.next_due_at <= :now and s.next_due_at > :hangs"),
                                late)
                        .bind("now", now)
                        .bind("hangs", now.minus(AskingContent.TOLERANCE))
                        .mapTo(UUID.class)
                        .set());
    }

    @Override
    public void accepted(List<OutboxMessage> messages, Instant at) {
        jdbi.useHandle(handle -> {
            questionsAccepted(handle, ofKind(messages, MessageKinds.QUESTION), at);
            Map<Boolean, List<OutboxMessage>> reminders = ofKind(messages, MessageKinds.REMINDER).stream()
                    .collect(Collectors.partitioningBy(message -> delayed(message, at)));
            reminders.forEach((delayed, own) -> remindersAccepted(handle, own, delayed, at));
        });
    }

    private void questionsAccepted(Handle handle, List<OutboxMessage> messages, Instant at) {
        for (boolean held : new boolean[] {false, true}) {
            List<OutboxMessage> own = messages.stream()
                    .filter(message -> message.postponed() == held)
                    .toList();
            if (!own.isEmpty()) {
                int sent = bind(
                                handle.createUpdate("with sent as (update check_in c set state = :target,"
                                        + " ask_accepted = true, sent_at = :at, asked_at = :at,"
                                        + " next_step_at = cast(:at as timestamptz)"
                                        + " + make_interval(mins => s.delay_minutes)"
                                        + " from escalation_step s where s.policy_id = c.policy_id and s.position = 0"
                                        + " and c.opened_at between :from and :until and c.id = any(:ids)"
                                        + " and c.state = :source returning c.organization_id, c.id)"
                                        + " insert into check_in_log (organization_id, check_in_id, at, from_state,"
                                        + " to_state, reason, actor) select organization_id, id, :at, :source, :target,"
                                        + " :reason, 'SYSTEM' from sent"),
                                own)
                        .bind("target", Transition.QUESTION_ACCEPTED.target().name())
                        .bind("reason", Transition.QUESTION_ACCEPTED.name())
                        .bind("source", held ? CheckInState.HELD.name() : CheckInState.PENDING.name())
                        .bind("at", at)
                        .execute();
                moves.count(Transition.QUESTION_ACCEPTED.name(), sent);
            }
        }
    }

    /** Whether it is our fault, or the channel's, that this comes later than it was meant to. */
    private static boolean delayed(OutboxMessage message, Instant at) {
        return message.postponed()
                || AskingContent.due(message.content()).plus(ON_TIME).isBefore(at);
    }

    private void remindersAccepted(Handle handle, List<OutboxMessage> messages, boolean delayed, Instant at) {
        if (messages.isEmpty()) {
            return;
        }
        int asked = bind(handle.createUpdate(REMINDERS_ACCEPTED), messages)
                .bind("at", at)
                .bind("delayed", delayed)
                .bind("messages", messages.stream().map(OutboxMessage::id).toArray(UUID[]::new))
                .bind("states", ASKED)
                .bind("sources", Transition.ASKED_AGAIN.sources())
                .bind("target", Transition.ASKED_AGAIN.target().name())
                .bind("reason", Transition.ASKED_AGAIN.name())
                .execute();
        moves.count(Transition.ASKED_AGAIN.name(), asked);
    }

    @Override
    public void postponed(List<OutboxMessage> messages, Instant at) {
        questionsPostponed(ofKind(messages, MessageKinds.QUESTION), at);
        goOnWithout(ofKind(messages, MessageKinds.REMINDER), GIVEN_UP, at);
    }

    private void questionsPostponed(List<OutboxMessage> questions, Instant at) {
        if (questions.isEmpty()) {
            return;
        }
        int held = jdbi.withHandle(handle -> bind(
                        handle.createUpdate("with held as (update check_in set state = :target where opened_at"
                                + " between :from and :until and id = any(:ids) and state = any(:sources)"
                                + " returning organization_id, id)"
                                + " insert into check_in_log (organization_id, check_in_id, at, from_state, to_state,"
                                + " reason, actor) select organization_id, id, :at, 'PENDING', :target, :reason,"
                                + " 'SYSTEM' from held"),
                        questions)
                .bind("at", at)
                .bind("sources", Transition.COULD_NOT_ASK.sources())
                .bind("target", Transition.COULD_NOT_ASK.target().name())
                .bind("reason", Transition.COULD_NOT_ASK.name())
                .execute());
        moves.count(Transition.COULD_NOT_ASK.name(), held);
    }

    /**
     * LINE takes nothing for this person any more: their silence since the question counts all the same, and the next
     * step goes on without the reminder.
     */
    @Override
    public void refused(List<OutboxMessage> messages, Instant at) {
        List<OutboxMessage> reminders = ofKind(messages, MessageKinds.REMINDER);
        goOnWithout(reminders, REFUSED, at);
        if (!reminders.isEmpty()) {
            jdbi.useHandle(handle -> bind(handle.createUpdate(ASKED_AS_FAR_AS_CAN_BE), reminders)
                    .bind("messages", reminders.stream().map(OutboxMessage::id).toArray(UUID[]::new))
                    .bind("at", at)
                    .execute());
        }
    }

    private void goOnWithout(List<OutboxMessage> reminders, String which, Instant at) {
        if (!reminders.isEmpty()) {
            jdbi.useHandle(handle -> bind(handle.createUpdate(GO_ON_WITHOUT + which), reminders)
                    .bind("at", at)
                    .execute());
        }
    }

    @Override
    public void dropped(Collection<OutboxMessage> messages, Instant at) {
        questionsPostponed(ofKind(List.copyOf(messages), MessageKinds.QUESTION), at);
    }

    @Override
    public void replaced(OutboxMessage message, List<OutboxMessage> parts) {
        jdbi.useHandle(handle -> parts.forEach(part -> bind(
                        handle.createUpdate("update check_in set ask_id = :part where opened_at between :from and"
                                + " :until and id = any(:ids) and ask_id = :message"),
                        List.of(part))
                .bind("part", part.id())
                .bind("message", message.id())
                .execute()));
    }

    private static List<OutboxMessage> ofKind(List<OutboxMessage> messages, String kind) {
        return messages.stream().filter(message -> message.kind().equals(kind)).toList();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, List<OutboxMessage> messages) {
        return statement
                .bind(
                        "from",
                        messages.stream()
                                .map(OutboxMessage::referencesFrom)
                                .min(Comparator.naturalOrder())
                                .orElseThrow())
                .bind(
                        "until",
                        messages.stream()
                                .map(OutboxMessage::referencesUntil)
                                .max(Comparator.naturalOrder())
                                .orElseThrow())
                .bind(
                        "ids",
                        messages.stream()
                                .flatMap(message -> message.references().stream())
                                .toArray(Long[]::new));
    }

    private static String[] names(CheckInState... states) {
        return Arrays.stream(states).map(Enum::name).toArray(String[]::new);
    }
}
