package jp.anpi.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import jp.anpi.simulator.chat.Chat;
import jp.anpi.simulator.chat.ChatEntry;
import jp.anpi.simulator.chat.Direction;
import jp.anpi.simulator.chat.Offer;
import jp.anpi.simulator.chat.Via;
import jp.anpi.simulator.platform.Person;
import jp.anpi.simulator.platform.Platform;
import jp.anpi.simulator.webhook.Events;
import jp.anpi.simulator.webhook.WebhookDelivery;
import jp.anpi.simulator.webhook.WebhookEvent;
import jp.anpi.simulator.webhook.Webhooks;

/**
 * A chat in the hands of one person: what they read and what they can do. Every action returns when the product's
 * webhook has answered or two seconds are over.
 */
public abstract class Conversation {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    final Platform platform;
    final Webhooks webhooks;
    final Events events;
    final Person person;

    Conversation(Platform platform, Webhooks webhooks, Person person) {
        this.platform = platform;
        this.webhooks = webhooks;
        this.events = new Events(platform, webhooks.switches());
        this.person = person;
    }

    abstract Chat chat();

    abstract ObjectNode messageSource();

    abstract ObjectNode postbackSource();

    /** Whether the product hears of what is done here. */
    abstract boolean reachesAccount();

    /** Says why nothing can be written here, if so. */
    abstract void requireWritable();

    /** What the rich menu offers, if one is shown. */
    abstract List<Offer> richMenuOffers();

    /** Writes and sends a text. */
    public Reaction type(String text) {
        return write(new Drawing(platform).text(text));
    }

    /** Sends a sticker. */
    public Reaction sticker() {
        return write(new Drawing(platform).sticker());
    }

    /** Sends a photo, whose content the product can fetch. */
    public Reaction photo() {
        return write(new Drawing(platform).photo());
    }

    /** Sends a message of a type that no client knows yet. */
    public Reaction unknownMessage(String type) {
        return write(new Drawing(platform).unknown(type));
    }

    /** Takes back the newest message written by this person. */
    public Reaction unsend() {
        return tell(at -> {
            List<ChatEntry> own = chat().entries().stream()
                    .filter(entry -> entry.from().equals(person.userId()))
                    .toList();
            if (own.isEmpty()) {
                throw new IllegalStateException(person.name() + " has written nothing to take back");
            }
            return events.unsend(messageSource(), at, own.get(own.size() - 1).messageId());
        });
    }

    /** Taps the newest thing with this label: quick replies, buttons of messages old and new, then the rich menu. */
    public Reaction press(String label) {
        return new Tap(this).tap(offer(label));
    }

    /** Taps the thing with this label on a certain, perhaps old, message. */
    public Reaction press(ChatEntry entry, String label) {
        Offer offer;
        synchronized (platform) {
            offer = chat().offersOf(entry).stream()
                    .filter(candidate -> candidate.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("「" + entry.text() + "」 offers no 「" + label + "」"));
        }
        return new Tap(this).tap(offer);
    }

    /**
     * Taps what stands at this place, as the page does.
     *
     * @param entry the number of the message, 0 for the rich menu
     * @param pointer the JSON pointer of the action
     * @param value what was picked, empty where nothing is to be picked
     */
    public Reaction pressAt(long entry, String pointer, String value) {
        Offer offer;
        synchronized (platform) {
            List<Offer> offers = entry == 0
                    ? richMenuOffers()
                    : chat().entry(entry).map(chat()::offersOf).orElse(List.of());
            offer = offers.stream()
                    .filter(candidate -> candidate.pointer().equals(pointer))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Nothing can be tapped there any more"));
        }
        Tap tap = new Tap(this);
        return value.isEmpty()
                ? tap.tap(offer)
                : tap.pick(offer, offer.action().path("mode").asText(), value);
    }

    /** Sends a postback that nothing on the screen offers, as somebody who forges or repeats one would. */
    public Reaction forge(String data, Map<String, String> params) {
        return tell(at -> events.postback(postbackSource(), at, data, params));
    }

    /** Opens the time picker with this label and takes a time, e.g. {@code 08:00}. */
    public Reaction pickTime(String label, String time) {
        return new Tap(this).pick(offer(label), "time", LocalTime.parse(time).format(MINUTES));
    }

    /** Opens the date picker with this label and takes a date. */
    public Reaction pickDate(String label, LocalDate date) {
        return new Tap(this).pick(offer(label), "date", date.toString());
    }

    /** Opens the picker for date and time with this label. */
    public Reaction pickDateTime(String label, LocalDateTime dateTime) {
        return new Tap(this).pick(offer(label), "datetime", dateTime.format(DATE_TIME));
    }

    /** Everything in the chat, oldest first. */
    public List<ChatEntry> messages() {
        synchronized (platform) {
            return chat().entries();
        }
    }

    /** What the account said since this person last did something. */
    public List<ChatEntry> lastMessages() {
        synchronized (platform) {
            List<ChatEntry> all = chat().entries();
            int from = all.size();
            while (from > chat().entriesBeforeLastAct() && all.get(from - 1).fromAccount()) {
                from--;
            }
            return all.subList(from, all.size());
        }
    }

    /** Everything the account ever said here, oldest first. */
    public List<ChatEntry> received() {
        return messages().stream().filter(ChatEntry::fromAccount).toList();
    }

    /** Whether something with this label can be tapped now. */
    public boolean offers(String label) {
        return find(label).isPresent();
    }

    /** The labels of the newest message that offers any, as long as it still does, and of the rich menu. */
    public List<String> offered() {
        synchronized (platform) {
            List<ChatEntry> entries = chat().entries();
            for (int i = entries.size() - 1; i >= 0; i--) {
                List<Offer> offers = chat().offersOf(entries.get(i));
                if (!offers.isEmpty()) {
                    return offers.stream().map(Offer::label).toList();
                }
            }
            return List.of();
        }
    }

    private Offer offer(String label) {
        return find(label)
                .orElseThrow(() -> new IllegalStateException(
                        person.name() + " sees no 「" + label + "」; the newest message offers " + offered()));
    }

    private Optional<Offer> find(String label) {
        synchronized (platform) {
            return chat().newestOffer(label).or(() -> richMenuOffers().stream()
                    .filter(offer -> offer.label().equals(label))
                    .findFirst());
        }
    }

    Reaction write(Function<Platform, ObjectNode> drawing) {
        return tell(at -> {
            ObjectNode message = drawing.apply(platform);
            String readToken = platform.identifiers().token(20);
            platform.chatsByReadToken().put(readToken, chat());
            message.put("markAsReadToken", readToken);
            wrote(at);
            platform.enter(chat(), at, Direction.FROM_PERSON, Via.PHONE, person, message, "");
            return events.message(messageSource(), at, message);
        });
    }

    void wrote(Instant at) {
        // Only the 1:1 chat makes a person reachable.
    }

    /** Shows words in this person's bubble that the product is not told, as displayText does. */
    void show(Instant at, String words) {
        ObjectNode bubble =
                JsonNodeFactory.instance.objectNode().put("type", "text").put("text", words);
        platform.enter(chat(), at, Direction.FROM_PERSON, Via.PHONE, person, bubble, "");
    }

    /** Lets something happen at the present simulated time and tells the product of it, waiting for its answer. */
    Reaction tell(Function<Instant, WebhookEvent> happening) {
        Instant at = platform.now();
        CompletableFuture<List<WebhookDelivery>> delivery;
        synchronized (platform) {
            requireWritable();
            WebhookEvent event = happening.apply(at);
            chat().acted();
            delivery = reachesAccount() ? webhooks.emit(event) : CompletableFuture.completedFuture(List.of());
        }
        platform.changed();
        return Reaction.told(Webhooks.await(delivery));
    }
}
