package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.anpi.membership.Members;
import jp.anpi.membership.Nickname;

/** What a member wants to be called: offered after the registration, never demanded. */
@Dependent
class NicknameOffer implements Dialogue {

    private static final String NAME = "name";

    private final Members members;

    @Inject
    NicknameOffer(Members members) {
        this.members = members;
    }

    @Override
    public Set<Step> steps() {
        return Set.of(Step.NICKNAME, Step.NICKNAME_CONFIRM);
    }

    /** Once a registration is done; who has a nickname is not asked again. */
    void after(Talk talk) {
        if (talk.registered().nickname().isEmpty()) {
            begin(talk);
        }
    }

    void begin(Talk talk) {
        talk.enter(Step.NICKNAME, Map.of());
        talk.say(prompt(talk));
    }

    @Override
    public List<Utterance> prompt(Talk talk) {
        if (talk.state().is(Step.NICKNAME)) {
            return List.of(new Utterance.Plain(talk.words("nickname.ask")));
        }
        talk.keepPrivate();
        return List.of(
                talk.card("nickname.confirm", talk.data().get(NAME)).yesNo().build());
    }

    @Override
    public void typed(Talk talk, String text) {
        Optional<Nickname> name = Nickname.of(text);
        if (name.isEmpty()) {
            talk.say("nickname.impossible");
            return;
        }
        talk.enter(Step.NICKNAME_CONFIRM, Map.of(NAME, name.get().text()));
        talk.say(prompt(talk));
    }

    @Override
    public void answered(Talk talk, Tap tap) {
        if (tap.deed() != Deed.YES) {
            begin(talk);
            return;
        }
        Nickname name = Nickname.of(talk.data().get(NAME)).orElseThrow();
        members.rename(talk.organizationId(), talk.registered().id(), name);
        talk.leave();
        talk.keepPrivate();
        talk.say(talk.card("nickname.kept", name.text())
                .primary("label.invite", Deed.INVITE)
                .quiet("label.menu", Deed.MENU)
                .build());
    }
}
