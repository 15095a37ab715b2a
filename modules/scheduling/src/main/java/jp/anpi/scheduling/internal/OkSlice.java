package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.anpi.scheduling.Answers.OkResult;
import jp.anpi.scheduling.Answers.Source;
import jp.anpi.scheduling.Transition;
import jp.anpi.scheduling.internal.AnswerTable.Given;

/**
 * Whose OKs are taken together: as far as each concerns nobody else, because what is open was not told to anybody. It never
 * waits for a lock, so that however many it holds, it is in nobody's way for longer than its statements take.
 */
@ApplicationScoped
public class OkSlice {

    @Inject
    private ScheduleTable schedules;

    @Inject
    private CheckInTable checkIns;

    @Inject
    private Oks oks;

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
        return answers.isEmpty() ? Map.of() : oks.take(answers, source, now);
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
}
