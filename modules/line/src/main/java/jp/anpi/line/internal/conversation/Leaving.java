package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.anpi.membership.Members;

/** 「退会」: what is erased in words, then everything at once. */
@Dependent
class Leaving implements Dialogue {

    private final Members members;
    private final Menu menu;

    @Inject
    Leaving(Members members, Menu menu) {
        this.members = members;
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
        return List.of(talk.card("leaving").yesNo().build());
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
