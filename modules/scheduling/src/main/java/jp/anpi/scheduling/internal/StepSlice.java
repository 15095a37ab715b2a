package jp.anpi.scheduling.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.anpi.scheduling.EscalationPolicy;
import jp.anpi.scheduling.EscalationStep;
import jp.anpi.scheduling.Subject;
import jp.anpi.scheduling.UnreadAnswers;
import org.jdbi.v3.core.Jdbi;

/** One slice of due steps in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class StepSlice {

    /** A reminder this close to a repeat of the schedule is the same message (E-3). */
    static final Duration ONE_MESSAGE_WITHIN = Duration.ofMinutes(60);

    /** A repeat that is overdue is being asked right now. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private static final Duration UNREAD_WAITS = Duration.ofSeconds(10);

    /** What the slice needs to know of a check-in's schedule. */
    private record Schedule(Instant nextDueAt, Instant lastOkAt) {}

    @Inject
    private Jdbi jdbi;

    @Inject
    private DueSteps steps;

    @Inject
    private Policies policies;

    @Inject
    private Askings askings;

    @Inject
    private AlertSteps alertSteps;

    @Inject
    private UnreadAnswers unreadAnswers;

    /** @return whether any step was due */
    public boolean run(Listening.Heard heard, Instant now) {
        List<CheckInRow> due = steps.claim(now, heard, null);
        work(due, heard, now);
        return !due.isEmpty();
    }

    /** The step of this check-in alone, where it is due. */
    public void runOne(long checkIn, Listening.Heard heard, Instant now) {
        work(steps.claim(now, heard, checkIn), heard, now);
    }

    /** The step is tried again later. */
    public void setAside(long checkIn, Instant until) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update check_in set next_step_at = :until where id = :id and next_step_at < :until")
                .bind("until", until)
                .bind("id", checkIn)
                .execute());
    }

    private void work(List<CheckInRow> due, Listening.Heard heard, Instant now) {
        Map<Long, Schedule> schedules = schedules(due);
        List<Askings.Asking> reminders = new ArrayList<>();
        List<CheckInRow> waiting = new ArrayList<>();
        List<AlertSteps.Reached> reached = new ArrayList<>();
        for (CheckInRow checkIn : due) {
            EscalationPolicy policy = policies.byId(checkIn.policyId());
            Schedule schedule = schedules.getOrDefault(checkIn.scheduleId(), new Schedule(null, null));
            boolean reminder = checkIn.nextStep() < policy.steps().size()
                    && policy.steps().get(checkIn.nextStep()).action() == EscalationStep.Action.REMIND;
            if (!reminder) {
                boolean unsure = checkIn.putOffTo(now) || heard.deaf().contains(checkIn.organizationId());
                reached.add(new AlertSteps.Reached(checkIn, policy, schedule.lastOkAt(), unsure));
            } else if (!checkIn.askAccepted()
                    || repeatIsNear(schedule, now) && !waitedInVain(checkIn, policy, schedule, now)) {
                waiting.add(checkIn);
            } else {
                reminders.add(new Askings.Asking(checkIn, checkIn.nextStepAt()));
            }
        }
        letRepeatRemind(waiting, schedules, now);
        askings.again(reminders, now);
        alertSteps.reach(withoutUnread(reached, now), now);
    }

    /** The step of those whose answer may lie unread waits a moment for it. */
    private List<AlertSteps.Reached> withoutUnread(List<AlertSteps.Reached> reached, Instant now) {
        Map<Integer, List<Long>> participants = reached.stream()
                .map(AlertSteps.Reached::checkIn)
                .filter(checkIn -> checkIn.subject().kind() == Subject.Kind.PARTICIPANT)
                .collect(Collectors.groupingBy(
                        CheckInRow::organizationId,
                        Collectors.mapping(checkIn -> checkIn.subject().id(), Collectors.toList())));
        Set<Long> unread = new HashSet<>();
        participants.forEach((organization, ids) -> unread.addAll(unreadAnswers.among(organization, ids)));
        Map<Boolean, List<AlertSteps.Reached>> waiting = reached.stream()
                .collect(Collectors.partitioningBy(
                        one -> unread.contains(one.checkIn().subject().id())));
        waiting.get(true).forEach(one -> setAside(one.checkIn().id(), now.plus(UNREAD_WAITS)));
        return waiting.get(false);
    }

    private Map<Long, Schedule> schedules(List<CheckInRow> due) {
        Map<Long, Schedule> schedules = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "select id, next_due_at, last_ok_at from check_in_schedule where id = any(:ids)")
                .bind("ids", due.stream().map(CheckInRow::scheduleId).toArray(Long[]::new))
                .setFetchSize(5000)
                .map((row, context) -> schedules.put(
                        row.getLong("id"),
                        new Schedule(Rows.instant(row, "next_due_at"), Rows.instant(row, "last_ok_at"))))
                .list());
        return schedules;
    }

    private static boolean repeatIsNear(Schedule schedule, Instant now) {
        return schedule.nextDueAt() != null && !schedule.nextDueAt().isAfter(now.plus(ONE_MESSAGE_WITHIN));
    }

    /** It waited longer than any repeat takes to come: the schedule cannot be worked and is put off again and again (E-20). */
    private static boolean waitedInVain(CheckInRow checkIn, EscalationPolicy policy, Schedule schedule, Instant now) {
        Instant due = PutOff.deadline(checkIn, policy);
        return checkIn.nextStepAt().isAfter(due.plus(ONE_MESSAGE_WITHIN))
                && schedule.nextDueAt().isAfter(now);
    }

    /**
     * The step waits for the repeat that is near; where an asking is already on its way, for its acceptance, which
     * fulfils the step.
     */
    private void letRepeatRemind(List<CheckInRow> waiting, Map<Long, Schedule> schedules, Instant now) {
        if (waiting.isEmpty()) {
            return;
        }
        Instant[] until = waiting.stream()
                .map(checkIn -> checkIn.askAccepted()
                        ? later(schedules.get(checkIn.scheduleId()).nextDueAt(), now.plus(LOOK_AGAIN))
                        : null)
                .toArray(Instant[]::new);
        jdbi.useHandle(handle -> handle.createUpdate("update check_in c set next_step_at = w.until"
                        + " from unnest((select :ids), (select :until)) as w (id, until)"
                        + " where c.opened_at between :from and :to and c.id = w.id")
                .bind("ids", CheckInTable.ids(waiting))
                .bind("until", until)
                .bind("from", CheckInTable.earliest(waiting))
                .bind("to", CheckInTable.latest(waiting))
                .execute());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
