package jp.anpi.scheduling.internal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.anpi.scheduling.Actor;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.CheckInState;
import jp.anpi.scheduling.HelpRequested;
import jp.anpi.scheduling.OpenCheckIn;
import jp.anpi.scheduling.Subject;
import jp.anpi.scheduling.Transition;
import jp.anpi.scheduling.internal.AnswerTable.Given;

/** Answers, each in one transaction under the subject's lock. */
@Stateless
public class AnswersBean implements Answers {

    @Inject
    private ScheduleTable schedules;

    @Inject
    private CheckInTable checkIns;

    @Inject
    private AnswerTable kept;

    @Inject
    private Oks oks;

    @Inject
    private OkSlice together;

    @Inject
    private HelpCheckIn helpCheckIn;

    @Inject
    private Event<HelpRequested> helpRequested;

    @Override
    public OkResult ok(int organizationId, Subject subject, Source source, Instant tappedAt, Instant now) {
        Optional<ScheduleRow> found = schedules.lock(organizationId, subject);
        if (found.isEmpty()) {
            return new OkResult(Met.NOT_A_PARTICIPANT, Optional.empty());
        }
        ScheduleRow schedule = found.get();
        Given given = new Given(schedule, checkIns.lockOpen(schedule), tappedAt);
        return oks.take(List.of(given), source, now).get(subject.id());
    }

    @Override
    public Map<Long, OkResult> okTogether(int organizationId, Map<Long, Instant> tappedAt, Source source, Instant now) {
        return together.ok(organizationId, tappedAt, source, now);
    }

    @Override
    public boolean needHelp(int organizationId, Subject subject, Source source, Instant tappedAt, Instant now) {
        Optional<ScheduleRow> found = schedules.lock(organizationId, subject);
        if (found.isEmpty()) {
            return false;
        }
        ScheduleRow schedule = found.get();
        Optional<CheckInRow> open = checkIns.lockOpen(schedule);
        kept.keep(List.of(new Given(schedule, open, tappedAt)), "NEED_HELP", source, now);
        if (open.isPresent() && open.get().state() == CheckInState.NEED_HELP) {
            return true;
        }
        OpenCheckIn event;
        if (open.isPresent()) {
            checkIns.move(open.get(), Transition.HELP_ASKED, Actor.PARTICIPANT, now);
            event = open.get().event(schedule.lastOkAt());
        } else {
            event = helpCheckIn.open(schedule, now);
        }
        helpRequested.fire(new HelpRequested(event, now));
        return true;
    }
}
