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
import jp.anpi.scheduling.LongestPause;

/** 「お休み」 for oneself, or for somebody whom one watches (E-10). */
@Dependent
class Pausing implements Dialogue {

    private static final String WHOM = "whom";
    private static final String ENDS = "ends";
    private static final String OTHERS = "others";
    private static final int MOST_CHOICES = 10;

    private final PauseSubjects subjects;
    private final PauseEffect effect;
    private final Menu menu;

    @Inject
    Pausing(PauseSubjects subjects, PauseEffect effect, Menu menu) {
        this.subjects = subjects;
        this.effect = effect;
        this.menu = menu;
    }

    @Override
    public Set<Step> steps() {
        return Set.of(Step.WHOM, Step.LAST_DAY);
    }

    /** Whoever is asked themselves means themselves; others are a press away. */
    void begin(Talk talk) {
        if (talk.participant()) {
            chosen(talk, talk.registered().id(), Map.of());
        } else {
            forWhom(talk, subjects.of(talk), Map.of());
        }
    }

    /** 「再開する」; with a number, for that participant. */
    void resume(Talk talk, String whom) {
        List<Member> paused = subjects.paused(talk).stream()
                .filter(member -> whom.isEmpty() || whom.equals(Long.toString(member.id())))
                .toList();
        if (paused.isEmpty()) {
            talk.say("pausing.not-paused");
        } else if (PauseEffect.own(talk, paused.get(0).id())) {
            effect.end(talk, paused.get(0).id());
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
            effect.end(talk, whom);
            return;
        }
        Map<String, String> more = new HashMap<>(data);
        more.put(WHOM, Long.toString(whom));
        talk.enter(Step.LAST_DAY, more);
        talk.say(prompt(talk));
    }

    @Override
    public List<Utterance> prompt(Talk talk) {
        return List.of(talk.state().is(Step.WHOM) ? whose(talk) : lastDay(talk));
    }

    private Utterance whose(Talk talk) {
        CardBuilder card = talk.card("pausing.whom");
        List<Member> possible = talk.data().containsKey(ENDS) ? subjects.paused(talk) : others(talk);
        for (Member member : possible.subList(0, Math.min(MOST_CHOICES, possible.size()))) {
            card.press(
                    Style.SECONDARY,
                    talk.words("pausing.number", member.number()),
                    Deed.WHOM,
                    Long.toString(member.id()));
        }
        return card.build();
    }

    private List<Member> others(Talk talk) {
        return subjects.of(talk).stream()
                .filter(member -> !PauseEffect.own(talk, member.id()))
                .toList();
    }

    private Utterance lastDay(Talk talk) {
        boolean own = PauseEffect.own(talk, whom(talk));
        CardBuilder card = talk.card(own ? "pausing.last-day" : "pausing.last-day-for", effect.number(talk, whom(talk)))
                .pickDay(talk.today(), latestDay(talk));
        if (own && subjects.of(talk).size() > 1) {
            card.press(Style.QUIET, talk.words("pausing.others"), Deed.WHOM, OTHERS);
        }
        return card.build();
    }

    @Override
    public void answered(Talk talk, Tap tap) {
        if (tap.deed() == Deed.WHOM && tap.argument().equals(OTHERS)) {
            forWhom(talk, others(talk), talk.data());
        } else if (tap.deed() == Deed.WHOM) {
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
            talk.say("pausing.impossible", Days.of(talk).fullDay(latestDay(talk)));
            talk.say(prompt(talk));
        } else {
            effect.begin(talk, whom(talk), day.get());
        }
    }

    private static boolean possible(Talk talk, LocalDate day) {
        return !day.isBefore(talk.today()) && !day.isAfter(latestDay(talk));
    }

    private static LocalDate latestDay(Talk talk) {
        return LongestPause.lastDay(talk.today());
    }

    private static long whom(Talk talk) {
        return Long.parseLong(talk.data().get(WHOM));
    }
}
