package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.anpi.escalation.WhoIsTold;
import jp.anpi.membership.Members;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.CheckInState;
import jp.anpi.scheduling.ScheduleView;
import jp.anpi.scheduling.Subject;

/** 「退会」: what is erased in words, then everything at once. */
@Dependent
class Leaving implements Dialogue {

    private final Members members;
    private final CheckInSchedules schedules;
    private final WhoIsTold whoIsTold;
    private final Menu menu;

    @Inject
    Leaving(Members members, CheckInSchedules schedules, WhoIsTold whoIsTold, Menu menu) {
        this.members = members;
        this.schedules = schedules;
        this.whoIsTold = whoIsTold;
        this.menu = menu;
    }

    @Override
    public Set<Step> steps() {
        return Set.of(Step.LEAVING);
    }

    void begin(Talk talk) {
        talk.enter(Step.LEAVING, Map.of());
        talk.say(prompt(talk));
    }

    @Override
    public List<Utterance> prompt(Talk talk) {
        CardBuilder card = talk.card("leaving");
        told(talk).forEach(key -> card.paragraph(talk.words(key)));
        return List.of(card.yesNo().build());
    }

    /**
     * What those who watch will read: that this person left, and nothing of how they are. Whoever is calling for help reads
     * that nobody could find them any more (E-11).
     */
    private List<String> told(Talk talk) {
        long self = talk.registered().id();
        Optional<CheckInState> open = schedules
                .of(talk.organizationId(), Subject.participant(self), talk.now())
                .flatMap(ScheduleView::openState);
        boolean help = open.equals(Optional.of(CheckInState.NEED_HELP));
        List<String> keys = new ArrayList<>();
        if (help) {
            keys.add("leaving.need-help");
        }
        if (!whoIsTold.inReach(talk.organizationId(), Set.of(self)).isEmpty()) {
            boolean alerted = open.equals(Optional.of(CheckInState.ALERTED));
            keys.add(alerted ? "leaving.alerted" : "leaving.watched");
        }
        return keys;
    }

    @Override
    public void answered(Talk talk, Tap tap) {
        talk.leave();
        if (tap.deed() != Deed.YES) {
            talk.say("leaving.stayed");
            return;
        }
        members.leave(talk.organizationId(), talk.registered().id(), talk.now());
        talk.became(Optional.empty());
        talk.say("leaving.done");
        talk.say(menu.start(talk));
    }
}
