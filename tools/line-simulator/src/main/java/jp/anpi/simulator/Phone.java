package jp.anpi.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.anpi.simulator.chat.Chat;
import jp.anpi.simulator.chat.ChatEntry;
import jp.anpi.simulator.chat.Offer;
import jp.anpi.simulator.platform.Person;
import jp.anpi.simulator.platform.Platform;
import jp.anpi.simulator.platform.RichMenu;
import jp.anpi.simulator.webhook.Events;
import jp.anpi.simulator.webhook.WebhookDelivery;
import jp.anpi.simulator.webhook.WebhookEvent;
import jp.anpi.simulator.webhook.Webhooks;

/** A person's phone, opened at the 1:1 chat with the official account. */
public final class Phone extends Conversation {

    private static final Pattern INVITATION = Pattern.compile("https://line\\.me/R/oaMessage/([^/?]+)/?\\?(.*)");
    private static final Pattern ACCOUNT_LINK =
            Pattern.compile("https://access\\.line\\.me/dialog/bot/accountLink\\?linkToken=([^&]+)&nonce=([^&]+)");

    Phone(Platform platform, Webhooks webhooks, Person person) {
        super(platform, webhooks, person);
    }

    public String userId() {
        return person.userId();
    }

    public String name() {
        return person.name();
    }

    public boolean isFriend() {
        synchronized (platform) {
            return person.isFriend();
        }
    }

    public boolean isBlocking() {
        synchronized (platform) {
            return person.isBlocked();
        }
    }

    /** Adds the account as a friend. */
    public Reaction follow() {
        return event(at -> events.follow(person, at, person.follow()));
    }

    /** Blocks the account: nothing it sends arrives any more. */
    public Reaction block() {
        return event(at -> {
            person.block();
            return events.unfollow(person, at);
        });
    }

    /** Ends a block, which LINE tells like a new friend. */
    public Reaction unblock() {
        return follow();
    }

    /** Deletes the LINE account, of which the product is not told. */
    public void deleteAccount() {
        synchronized (platform) {
            person.delete();
        }
        platform.changed();
    }

    /**
     * Opens an invitation, that is an {@code https://line.me/R/oaMessage/} address: the chat opens with the text filled
     * in, and the person sends it. Works for friends and others alike.
     */
    public Reaction openInvitation(String oaMessageUrl) {
        Matcher matcher = INVITATION.matcher(oaMessageUrl);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("No invitation: " + oaMessageUrl);
        }
        String account = decode(matcher.group(1));
        if (!account.equals(platform.bot().basicId())) {
            throw new IllegalArgumentException("The invitation is for " + account + ", not for "
                    + platform.bot().basicId());
        }
        return type(decode(matcher.group(2)));
    }

    /** Ends an account link by opening LINE's dialog. A token used before or too late shows an error, no event. */
    public Reaction openAccountLink(String url) {
        Matcher matcher = ACCOUNT_LINK.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("No account link: " + url);
        }
        return event(at -> {
            if (!platform.linkTokens().use(decode(matcher.group(1)), userId(), platform.wallTime())) {
                throw new IllegalStateException("The link token is used up, too old or somebody else's");
            }
            return events.accountLink(person, at, decode(matcher.group(2)));
        });
    }

    /** Lets something happen that no client knows yet. */
    public Reaction unknownEvent(String type) {
        return event(at -> events.unknown(person, at, type));
    }

    /** This person's place in a group. */
    public GroupSeat in(Group group) {
        return new GroupSeat(platform, webhooks, person, group.group());
    }

    private Reaction event(Function<Instant, WebhookEvent> happening) {
        Instant at = platform.now();
        CompletableFuture<List<WebhookDelivery>> delivery;
        synchronized (platform) {
            delivery = webhooks.emit(happening.apply(at));
        }
        platform.changed();
        return Reaction.told(Webhooks.await(delivery));
    }

    /** In an address a plus sign is a plus sign; only form data means a space by it. */
    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Hands on each bubble as it comes, for whoever watches thousands of phones. It must not touch the platform. */
    public void readOutTo(Consumer<ChatEntry> reader) {
        synchronized (platform) {
            chat().readOutTo(reader);
        }
    }

    @Override
    Chat chat() {
        return person.chat();
    }

    @Override
    ObjectNode messageSource() {
        return Events.sourceOf(person);
    }

    @Override
    ObjectNode postbackSource() {
        return Events.sourceOf(person);
    }

    @Override
    boolean reachesAccount() {
        return true;
    }

    @Override
    void requireWritable() {
        if (person.isBlocked() || person.isDeleted()) {
            throw new IllegalStateException(person.name() + " cannot write to the account while blocking it");
        }
    }

    @Override
    void wrote(Instant at) {
        person.wrote(at);
    }

    @Override
    List<Offer> richMenuOffers() {
        return platform.richMenus().visibleTo(person).map(RichMenu::offers).orElse(List.of());
    }

    @Override
    public String toString() {
        return person.name() + " (" + person.userId() + ")";
    }
}
