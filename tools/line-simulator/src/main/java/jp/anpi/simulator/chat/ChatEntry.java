package jp.anpi.simulator.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * One bubble of a chat.
 *
 * @param number counts up through all chats of the simulator
 * @param at on the simulated clock
 * @param from the user id of the writer, of the account for its own messages, empty for notices
 * @param fromName the name shown beside the bubble
 * @param messageId LINE's id of the message
 * @param message the message object: as the product sent it, or as the webhook carries it
 * @param text the plain text a person reads, mentions resolved
 * @param requestId {@code x-line-request-id} of the request that brought it, empty for what people write
 */
public record ChatEntry(
        long number,
        Instant at,
        Direction direction,
        Via via,
        String from,
        String fromName,
        String messageId,
        JsonNode message,
        String text,
        String requestId) {

    /** Whether the official account said it. */
    public boolean fromAccount() {
        return direction == Direction.FROM_ACCOUNT;
    }

    /** LINE's type of the message: text, flex, template, sticker … */
    public String type() {
        return message.path("type").asText();
    }

    /** What it offers, in reading order, quick replies last. Whether it still does is for the chat to say. */
    public List<Offer> offers() {
        return fromAccount() ? OfferReader.read(message) : List.of();
    }

    /** The labels it offers, in reading order. */
    public List<String> labels() {
        return offers().stream().map(Offer::label).toList();
    }
}
