package jp.anpi.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import jp.anpi.simulator.chat.Chat;
import jp.anpi.simulator.chat.Offer;
import jp.anpi.simulator.platform.GroupChat;
import jp.anpi.simulator.platform.Person;
import jp.anpi.simulator.platform.Platform;
import jp.anpi.simulator.webhook.Events;
import jp.anpi.simulator.webhook.Webhooks;

/** A group chat as one of its members has it on the phone. */
public final class GroupSeat extends Conversation {

    private final GroupChat group;

    GroupSeat(Platform platform, Webhooks webhooks, Person person, GroupChat group) {
        super(platform, webhooks, person);
        this.group = group;
    }

    @Override
    Chat chat() {
        return group.chat();
    }

    @Override
    ObjectNode messageSource() {
        return Events.sourceOf(group, person);
    }

    /** LINE documents the user id for message events only; a switch decides. */
    @Override
    ObjectNode postbackSource() {
        return webhooks.switches().doesGroupPostbackNameUser()
                ? Events.sourceOf(group, person)
                : Events.sourceOf(group);
    }

    @Override
    boolean reachesAccount() {
        return group.hasBot();
    }

    @Override
    void requireWritable() {
        if (!group.has(person.userId())) {
            throw new IllegalStateException(person.name() + " is not in " + group.name());
        }
    }

    @Override
    List<Offer> richMenuOffers() {
        return List.of();
    }
}
