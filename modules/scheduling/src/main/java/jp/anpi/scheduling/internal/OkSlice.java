package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.anpi.scheduling.Actor;
import jp.anpi.scheduling.Answers.Met;
import jp.anpi.scheduling.Answers.OkResult;
import jp.anpi.scheduling.Answers.Source;
import jp.anpi.scheduling.CheckInConfirmed;
import jp.anpi.scheduling.Transition;
import jp.anpi.scheduling.internal.AnswerTable.Given;

/**
 * Signs of life of many, as far as each concerns nobody else: what is open was not told to anybody. It never waits for a
 * lock, so that however many it holds, it is in nobody's way for longer than its statements take.
 */
@ApplicationScoped
public class OkSlice {

    @Inject
    private ScheduleTable schedules;

    @Inject
    private CheckInTable checkIns;

    @Inject
    private AnswerTable kept;

    @Inject
    private Event<CheckInConfirmed> confirmed;

    Map<Long, OkResult> ok(int organizationId, Map<Long, Instant> tappedAt, Source source, Instant now) {
        // Who is not asked any more may have died: that is looked into alone.
        List<ScheduleRow> asked = schedules.lockFree(organizationId, tappedAt.keySet()).stream()
                .filter(schedule -> schedule.nextDueAt() != null)
                .toList();
        Map<Long, CheckInRow> open = open(asked);
        List<Given> answers = asked.stream()
                .filter(schedule -> !schedule.hasOpenCheckIn() || open.containsKey(schedule.openCheckInId()))
                .map(schedule -> new Given(
                        schedule,
                        Optional.ofNullable(schedule.openCheckInId()).map(open::get),
                        tappedAt.get(schedule.subject().id())))
                .toList();
        if (!answers.isEmpty()) {
            close(answers, open.values(), now);
            kept.keep(answers, "OK", source, now);
        }
        return answers.stream()
                .collect(Collectors.toMap(answer -> answer.schedule().subject().id(), OkSlice::result));
    }

    private Map<Long, CheckInRow> open(List<ScheduleRow> asked) {
        List<ScheduleRow> waiting =
                asked.stream().filter(ScheduleRow::hasOpenCheckIn).toList();
        if (waiting.isEmpty()) {
            return Map.of();
        }
        List<Instant> since =
                waiting.stream().map(ScheduleRow::openSince).sorted().toList();
        Long[] ids = waiting.stream().map(ScheduleRow::openCheckInId).toArray(Long[]::new);
        return checkIns.lockFree(ids, since.get(0), since.get(since.size() - 1)).stream()
                .filter(checkIn -> Transition.OK_IN_TIME.allowedFrom(checkIn.state()))
                .collect(Collectors.toMap(CheckInRow::id, Function.identity()));
    }

    private void close(List<Given> answers, Collection<CheckInRow> open, Instant now) {
        checkIns.moveAll(open, Transition.OK_IN_TIME, Actor.PARTICIPANT, now);
        schedules.markOkAndClosed(answers.stream().map(Given::schedule).toList(), now);
        answers.forEach(answer -> answer.checkIn()
                .map(checkIn -> checkIn.event(answer.schedule().lastOkAt()))
                .ifPresent(checkIn -> confirmed.fire(new CheckInConfirmed(checkIn, false, now))));
    }

    private static OkResult result(Given answer) {
        Met met = answer.checkIn().isPresent() ? Met.QUESTION : Met.NOTHING_OPEN;
        return new OkResult(met, Optional.of(answer.schedule().nextDueAt()));
    }
}
