package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.anpi.line.internal.render.Choice.Style;
import jp.anpi.membership.Member;
import jp.anpi.scheduling.Actor;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.ScheduleView;
import jp.anpi.scheduling.Subject;

/** 「お休み」 for oneself, or for somebody whom one watches (E-10). */
@Dependent
class Pausing implements Dialogue {

    private static final String WHOM = "whom";
    private static final String ENDS = "ends";
    private static final int MOST_CHOICES = 10;

    private final CheckInSchedules schedules;
    private final PauseSubjects subjects;
    private final Menu menu;

    @Inject
    Pausing(CheckInSchedules schedules, PauseSubjects subjects, Menu menu) {
        this.schedules = schedules;
        this.subjects = subjects;
        this.menu = menu;
    }

    @Override
    public Set<Step> steps() {
        return Set.of(Step.WHOM, Step.LAST_DAY);
    }

    void begin(Talk talk) {
        forWhom(talk, subjects.of(talk), Map.of());
    }

    /** 「再開する」; with a number, for that participant. */
    void resume(Talk talk, String whom) {
        List<Member> paused = subjects.paused(talk).stream()
                .filter(member -> whom.isEmpty() || whom.equals(Long.toString(member.id())))
                .toList();
        if (paused.isEmpty()) {
            talk.say("pausing.not-paused");
        } else {
            forWhom(talk, paused, Map.of(ENDS, "yes"));
        }
    }

    private void forWhom(Talk talk, List<Member> possible, Map<String, String> data) {
        if (possible.isEmpty()) {
            talk.say("pausing.nobody");
            menu.show(talk);
        } else if (possible.size() == 1) {
            chosen(talk, possible.get(0).id(), data);
        } else {
            talk.enter(Step.WHOM, data);
            talk.say(prompt(talk));
        }
    }

    private void chosen(Talk talk, long whom, Map<String, String> data) {
        if (data.containsKey(ENDS)) {
            end(talk, whom);
            return;
        }
        Map<String, String> more = new HashMap<>(data);
        more.put(WHOM, Long.toString(whom));
        talk.enter(Step.LAST_DAY, more);
        talk.say(prompt(talk));
    }

    @Override
    public List<Utterance> prompt(Talk talk) {
        if (talk.state().is(Step.WHOM)) {
            CardBuilder card = talk.card("pausing.whom");
            List<Member> possible = talk.data().containsKey(ENDS) ? subjects.paused(talk) : subjects.of(talk);
            possible.stream()
                    .limit(MOST_CHOICES)
                    .forEach(member -> card.press(
                            Style.SECONDARY,
                            talk.words("pausing.number", member.number()),
                            Deed.WHOM,
                            Long.toString(member.id())));
            return List.of(card.build());
        }
        String key = own(talk, whom(talk)) ? "pausing.last-day" : "pausing.last-day-for";
        String number = subjects.person(talk, whom(talk)).map(Member::number).orElse("");
        return List.of(talk.card(key, number)
                .pickDay(talk.today(), talk.today().plusYears(1))
                .build());
    }

    @Override
    public void answered(Talk talk, Tap tap) {
        if (tap.deed() == Deed.WHOM) {
            subjects.person(talk, Long.parseLong(tap.argument()))
                    .ifPresentOrElse(
                            member -> chosen(talk, member.id(), talk.data()), () -> Dialogue.super.typed(talk, ""));
        } else {
            typed(talk, tap.picked().orElse(""));
        }
    }

    @Override
    public void typed(Talk talk, String text) {
        Optional<LocalDate> day = TypedMoment.day(text, talk.today());
        if (talk.state().is(Step.WHOM)) {
            Dialogue.super.typed(talk, text);
        } else if (day.filter(named -> possible(talk, named)).isEmpty()) {
            talk.say("pausing.impossible", Days.of(talk).fullDay(talk.today().plusYears(1)));
            talk.say(prompt(talk));
        } else {
            pause(talk, whom(talk), day.get());
        }
    }

    private static boolean possible(Talk talk, LocalDate day) {
        return !day.isBefore(talk.today()) && !day.isAfter(talk.today().plusYears(1));
    }

    private void pause(Talk talk, long whom, LocalDate lastDay) {
        talk.leave();
        // Between the question and the answer, the participant may have left or the link may have ended.
        Optional<ScheduleView> view = subjects.person(talk, whom)
                .flatMap(member -> schedules.pause(
                        talk.organizationId(),
                        Subject.participant(whom),
                        lastDay,
                        Optional.empty(),
                        own(talk, whom) ? Actor.PARTICIPANT : Actor.WATCHER,
                        talk.now()));
        if (view.isEmpty()) {
            talk.say("pausing.nobody");
            return;
        }
        Days days = Days.of(talk);
        String next = view.get().nextDueAt().map(days::fullSlot).orElse(talk.words("planning.later"));
        String number = subjects.person(talk, whom).map(Member::number).orElse("");
        String key = own(talk, whom) ? "pausing.set" : "pausing.set-for";
        talk.say(talk.card(key, days.fullDay(lastDay), next, number)
                .press(Style.SECONDARY, talk.words("label.resume"), Deed.RESUME, Long.toString(whom))
                .build());
    }

    private void end(Talk talk, long whom) {
        talk.leave();
        Optional<ScheduleView> view = schedules.resume(talk.organizationId(), Subject.participant(whom), talk.now());
        Days days = Days.of(talk);
        String next = view.flatMap(ScheduleView::nextDueAt).map(days::fullSlot).orElse(talk.words("planning.later"));
        talk.say("pausing.ended", next);
    }

    private static boolean own(Talk talk, long whom) {
        return talk.registered().id() == whom;
    }

    private static long whom(Talk talk) {
        return Long.parseLong(talk.data().get(WHOM));
    }
}
