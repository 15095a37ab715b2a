package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInOffer;
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
        List<CheckInInterval> intervals = offer(talk).intervals();
        if (intervals.size() == 1) {
            askHour(talk, plan.every(intervals.get(0)));
        } else {
            ask(talk, Step.INTERVAL, plan);
        }
    }

    /** 「予定の変更」. */
    void change(Talk talk) {
        if (!talk.participant()) {
            talk.say("planning.participants-only");
            menu.show(talk);
        } else if (nothingToChoose(talk)) {
            CheckInOffer offer = offer(talk);
            talk.say("planning.fixed", Days.of(talk).rhythm(offer.intervals().get(0), fixedHours(offer)));
            menu.show(talk);
        } else {
            begin(talk, Plan.changeRhythm());
        }
    }

    private void askHour(Talk talk, Plan plan) {
        CheckInOffer offer = offer(talk);
        if (offer.fixedHour().isPresent()) {
            ask(talk, Step.SUMMARY, plan.at(fixedHours(offer)));
        } else {
            ask(talk, Step.HOUR, plan);
        }
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
                chosen(tap.argument(), talk)
                        .ifPresentOrElse(interval -> askHour(talk, plan.every(interval)), () -> typed(talk, ""));
            case HOUR -> typed(talk, tap.picked().orElse(""));
            case YES -> agreed(talk, plan);
            default -> declined(talk, plan);
        }
    }

    private Optional<CheckInInterval> chosen(String name, Talk talk) {
        return offer(talk).intervals().stream()
                .filter(interval -> interval.name().equals(name))
                .findFirst();
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
        } else if (offer(talk).hoursADay() == 2) {
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
        talk.say("planning.changed", days.rhythm(interval, plan.hours()), next);
    }

    /** いいえ: once more from the first choice; where there is none, that is the end. */
    private void declined(Talk talk, Plan plan) {
        if (nothingToChoose(talk)) {
            talk.leave();
            talk.say("consent.declined");
            menu.show(talk);
        } else {
            begin(talk, plan.at(List.of()));
        }
    }

    private boolean nothingToChoose(Talk talk) {
        return offer(talk).intervals().size() == 1 && offer(talk).fixedHour().isPresent();
    }

    private static List<Integer> fixedHours(CheckInOffer offer) {
        int hour = offer.fixedHour().orElseThrow();
        return offer.hoursADay() == 2 ? List.of(hour, (hour + 12) % 24) : List.of(hour);
    }

    private CheckInOffer offer(Talk talk) {
        return offers.of(talk.organizationId());
    }
}
