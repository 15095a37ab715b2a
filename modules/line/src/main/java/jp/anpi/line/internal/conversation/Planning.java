package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInOffers;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.Subject;

/** On which days and at which hour somebody wants to be asked: at registration, and whenever they change it. */
@Dependent
class Planning implements Dialogue {

    private final CheckInOffers offers;
    private final CheckInSchedules schedules;
    private final RhythmQuestions questions;
    private final Practice practice;
    private final Menu menu;

    @Inject
    Planning(
            CheckInOffers offers, CheckInSchedules schedules, RhythmQuestions questions, Practice practice, Menu menu) {
        this.offers = offers;
        this.schedules = schedules;
        this.questions = questions;
        this.practice = practice;
        this.menu = menu;
    }

    @Override
    public Set<Step> steps() {
        return Set.of(Step.INTERVAL, Step.HOUR, Step.SECOND_HOUR, Step.SUMMARY);
    }

    /** Asks for what the organization leaves open; with nothing left open, for はい at once. */
    void begin(Talk talk, Plan plan) {
        choices(talk)
                .onlyInterval()
                .ifPresentOrElse(only -> askHour(talk, plan.every(only)), () -> ask(talk, Step.INTERVAL, plan));
    }

    /** 「予定の変更」. */
    void change(Talk talk) {
        Choices choices = choices(talk);
        if (!talk.participant()) {
            talk.say("planning.participants-only");
            menu.show(talk);
        } else if (choices.none()) {
            talk.say("planning.fixed", rhythm(talk, choices));
            menu.show(talk);
        } else {
            begin(talk, Plan.changeRhythm());
        }
    }

    /** As they are asked; where they are not asked yet, as everybody is. */
    private String rhythm(Talk talk, Choices choices) {
        Subject self = Subject.participant(talk.registered().id());
        Days days = Days.of(talk);
        return schedules
                .of(talk.organizationId(), self, talk.now())
                .map(schedule -> days.rhythm(schedule.rhythm()))
                .orElseGet(() -> days.rhythm(choices.onlyInterval().orElseThrow(), choices.fixedHours()));
    }

    private void askHour(Talk talk, Plan plan) {
        List<Integer> fixed = choices(talk).fixedHours();
        ask(talk, fixed.isEmpty() ? Step.HOUR : Step.SUMMARY, plan.at(fixed));
    }

    private void ask(Talk talk, Step step, Plan plan) {
        talk.enter(step, plan.data());
        talk.say(prompt(talk));
    }

    @Override
    public List<Utterance> prompt(Talk talk) {
        return List.of(questions.of(talk));
    }

    @Override
    public void answered(Talk talk, Tap tap) {
        Plan plan = Plan.of(talk.data());
        switch (tap.deed()) {
            case INTERVAL ->
                choices(talk)
                        .named(tap.argument())
                        .ifPresentOrElse(interval -> askHour(talk, plan.every(interval)), () -> typed(talk, ""));
            case HOUR -> typed(talk, tap.picked().orElse(""));
            case YES -> agreed(talk, plan);
            default -> declined(talk, plan);
        }
    }

    @Override
    public void typed(Talk talk, String text) {
        boolean asksHour = talk.state().is(Step.HOUR) || talk.state().is(Step.SECOND_HOUR);
        OptionalInt hour = asksHour ? TypedMoment.hour(text, talk.words("date.hour-mark")) : OptionalInt.empty();
        if (hour.isPresent()) {
            hourChosen(talk, hour.getAsInt());
        } else {
            talk.say(asksHour ? "planning.hour-unclear" : "talk.not-understood");
            talk.say(prompt(talk));
        }
    }

    private void hourChosen(Talk talk, int hour) {
        Plan plan = Plan.of(talk.data());
        if (talk.state().is(Step.SECOND_HOUR)) {
            int first = plan.hours().get(0);
            ask(talk, Step.SUMMARY, plan.at(List.of(first, hour == first ? (first + 12) % 24 : hour)));
        } else if (choices(talk).twiceADay()) {
            ask(talk, Step.SECOND_HOUR, plan.at(List.of(hour)));
        } else {
            ask(talk, Step.SUMMARY, plan.at(List.of(hour)));
        }
    }

    private void agreed(Talk talk, Plan plan) {
        if (!plan.change()) {
            practice.begin(talk, plan);
            return;
        }
        CheckInInterval interval = plan.interval().orElseThrow();
        Subject self = Subject.participant(talk.registered().id());
        var view = schedules.set(talk.organizationId(), self, interval, plan.hours(), talk.now());
        talk.leave();
        Days days = Days.of(talk);
        String next = view.nextDueAt().map(days::fullSlot).orElse(talk.words("planning.later"));
        talk.say("planning.changed", days.rhythm(view.rhythm()), next);
    }

    /** いいえ: once more from the first choice; where there is none, that is the end. */
    private void declined(Talk talk, Plan plan) {
        if (choices(talk).none()) {
            talk.leave();
            talk.say("consent.declined");
            menu.show(talk);
        } else {
            begin(talk, plan.at(List.of()));
        }
    }

    private Choices choices(Talk talk) {
        return new Choices(offers.of(talk.organizationId()));
    }
}
