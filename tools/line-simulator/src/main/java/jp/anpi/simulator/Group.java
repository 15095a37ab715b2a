package jp.anpi.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import jp.anpi.simulator.chat.ChatEntry;
import jp.anpi.simulator.chat.Direction;
import jp.anpi.simulator.chat.Via;
import jp.anpi.simulator.platform.GroupChat;
import jp.anpi.simulator.platform.Platform;
import jp.anpi.simulator.webhook.Events;
import jp.anpi.simulator.webhook.WebhookDelivery;
import jp.anpi.simulator.webhook.WebhookEvent;
import jp.anpi.simulator.webhook.Webhooks;

/** A LINE group. The account hears of it only while it is a member; who was there before, it does not learn. */
public final class Group {

    private final Platform platform;
    private final Webhooks webhooks;
    private final Events events;
    private final GroupChat group;

    Group(Platform platform, Webhooks webhooks, GroupChat group) {
        this.platform = platform;
        this.webhooks = webhooks;
        this.events = new Events(platform, webhooks.switches());
        this.group = group;
    }

    public String groupId() {
        return group.groupId();
    }

    public String name() {
        return group.name();
    }

    public boolean hasBot() {
        synchronized (platform) {
            return group.hasBot();
        }
    }

    /** A member invites the account. Where the console forbids groups, LINE takes it out again without an event. */
    public Reaction inviteBot() {
        return change(at -> {
            if (!platform.bot().joinsGroups() || group.hasBot()) {
                return Optional.empty();
            }
            group.botJoins();
            notice(at, platform.bot().displayName() + "が参加しました");
            return Optional.of(events.join(group, at));
        });
    }

    /** A member takes the account out. */
    public Reaction removeBot() {
        return change(at -> {
            boolean was = group.hasBot();
            group.botLeaves();
            notice(at, platform.bot().displayName() + "が退会しました");
            return was ? Optional.of(events.leave(group, at)) : Optional.empty();
        });
    }

    public Reaction add(Phone phone) {
        return change(at -> {
            group.add(phone.person);
            notice(at, phone.name() + "が参加しました");
            return group.hasBot()
                    ? Optional.of(events.memberJoined(group, at, List.of(phone.person)))
                    : Optional.empty();
        });
    }

    public Reaction remove(Phone phone) {
        return change(at -> {
            group.remove(phone.person);
            notice(at, phone.name() + "が退会しました");
            return group.hasBot() ? Optional.of(events.memberLeft(group, at, List.of(phone.person))) : Optional.empty();
        });
    }

    /** Everything in the chat, oldest first. */
    public List<ChatEntry> messages() {
        synchronized (platform) {
            return group.chat().entries();
        }
    }

    GroupChat group() {
        return group;
    }

    private void notice(Instant at, String words) {
        platform.enter(
                group.chat(),
                at,
                Direction.NOTICE,
                Via.LINE,
                null,
                JsonNodeFactory.instance.objectNode().put("type", "text").put("text", words),
                "");
    }

    private Reaction change(Function<Instant, Optional<WebhookEvent>> happening) {
        Instant at = platform.now();
        CompletableFuture<List<WebhookDelivery>> delivery;
        synchronized (platform) {
            delivery = happening.apply(at).map(webhooks::emit).orElse(CompletableFuture.completedFuture(List.of()));
        }
        platform.changed();
        return Reaction.told(Webhooks.await(delivery));
    }
}
