package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jp.anpi.membership.Members;

/** Coming and going: the account was added, blocked, or unblocked (E-14). */
@Dependent
class Greeting {

    private final Members members;
    private final Menu menu;

    @Inject
    Greeting(Members members, Menu menu) {
        this.members = members;
        this.menu = menu;
    }

    void followed(Talk talk) {
        talk.befriended(true);
        members.returned(talk.organizationId(), talk.lineUserId(), talk.now());
        if (talk.member().isPresent()) {
            talk.say(talk.hadBlocked() ? "hello.returned" : "hello.reachable");
            menu.show(talk);
        } else if (talk.state().step().isPresent()) {
            talk.say("hello.friend");
        } else {
            talk.organization().texts().greeting().ifPresent(own -> talk.say(new Utterance.Plain(own)));
            talk.say(menu.ways(talk, talk.card("hello", talk.organization().name())));
        }
    }

    /** Nobody reads an answer to this. */
    void unfollowed(Talk talk) {
        talk.befriended(false);
        talk.leave();
        members.blocked(talk.organizationId(), talk.lineUserId(), talk.now());
    }
}
