package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.anpi.line.internal.render.Choice.Style;
import jp.anpi.membership.Member;
import jp.anpi.scheduling.Actor;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.ScheduleView;
import jp.anpi.scheduling.Subject;

/** The end of {@link Pausing}: the pause begins or ends, and the answer says when the next question comes. */
@Dependent
class PauseEffect {

    private final CheckInSchedules schedules;
    private final PauseSubjects subjects;

    @Inject
    PauseEffect(CheckInSchedules schedules, PauseSubjects subjects) {
        this.schedules = schedules;
        this.subjects = subjects;
    }

    void begin(Talk talk, long whom, LocalDate lastDay) {
        talk.leave();
        Subject subject = Subject.participant(whom);
        Actor setBy = own(talk, whom) ? Actor.PARTICIPANT : Actor.WATCHER;
        // Between the question and the answer, the participant may have left or the link may have ended.
        subjects.person(talk, whom)
                .flatMap(member ->
                        schedules.pause(talk.organizationId(), subject, lastDay, Optional.empty(), setBy, talk.now()))
                .ifPresentOrElse(view -> paused(talk, view, whom, lastDay), () -> talk.say("pausing.nobody"));
    }

    private void paused(Talk talk, ScheduleView view, long whom, LocalDate lastDay) {
        String key = own(talk, whom) ? "pausing.set" : "pausing.set-for";
        String until = Days.of(talk).fullDay(lastDay);
        talk.say(talk.card(key, until, next(talk, view.nextDueAt()), number(talk, whom))
                .press(Style.SECONDARY, talk.words("label.resume"), Deed.RESUME, Long.toString(whom))
                .build());
    }

    void end(Talk talk, long whom) {
        talk.leave();
        Optional<Instant> next = schedules
                .resume(talk.organizationId(), Subject.participant(whom), talk.now())
                .flatMap(ScheduleView::nextDueAt);
        talk.say("pausing.ended", next(talk, next));
    }

    private static String next(Talk talk, Optional<Instant> dueAt) {
        return dueAt.map(Days.of(talk)::fullSlot).orElseGet(() -> talk.words("planning.later"));
    }

    String number(Talk talk, long whom) {
        return subjects.person(talk, whom).map(Member::number).orElse("");
    }

    static boolean own(Talk talk, long whom) {
        return talk.registered().id() == whom;
    }
}
