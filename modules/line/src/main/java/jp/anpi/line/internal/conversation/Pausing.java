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
        List<Member> possible = talk.data().containsKey(ENDS) ? subjects.paused(talk) : subjects.of(talk);
        for (Member member : possible.subList(0, Math.min(MOST_CHOICES, possible.size()))) {
            card.press(Style.SECONDARY, called(talk, member), Deed.WHOM, Long.toString(member.id()));
        }
        return card.build();
    }

    private static String called(Talk talk, Member member) {
        return PauseEffect.own(talk, member.id())
                ? talk.words("pausing.self")
                : talk.words("pausing.number", member.number());
    }

    private Utterance lastDay(Talk talk) {
        String key = PauseEffect.own(talk, whom(talk)) ? "pausing.last-day" : "pausing.last-day-for";
        return talk.card(key, effect.number(talk, whom(talk)))
                .pickDay(talk.today(), latestDay(talk))
                .build();
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
