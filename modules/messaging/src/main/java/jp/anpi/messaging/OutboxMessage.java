package jp.anpi.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * One request to the channel: the same content for 1 to 500 recipients.
 *
 * @param id also the retry key
 * @param kind what it is, in the words of its owner; the channel renders by it
 * @param content what the rendering needs; never anything a person typed
 * @param recipients member ids, each once
 * @param references what each recipient's copy is about, position by position; 0 for nothing
 * @param referencesFrom earliest month that the references lie in
 * @param referencesUntil latest
 * @param notBefore when it may be sent
 * @param postponed whether an attempt has failed before
 */
public record OutboxMessage(
        UUID id,
        int organizationId,
        Priority priority,
        String kind,
        Map<String, String> content,
        List<Long> recipients,
        List<Long> references,
        Instant referencesFrom,
        Instant referencesUntil,
        Instant notBefore,
        boolean postponed) {

    /** LINE takes this many recipients in one multicast. */
    public static final int MOST_RECIPIENTS = 500;

    public OutboxMessage {
        if (recipients.isEmpty() || recipients.size() > MOST_RECIPIENTS || recipients.size() != references.size()) {
            throw new IllegalArgumentException("1 to 500 recipients, each with its reference");
        }
    }

    /** The same as {@link #notice} to however many people. */
    public static List<OutboxMessage> notices(
            int organizationId,
            Priority priority,
            String kind,
            Map<String, String> content,
            List<Long> recipients,
            Instant now) {
        return IntStream.iterate(0, from -> from < recipients.size(), from -> from + MOST_RECIPIENTS)
                .mapToObj(from -> recipients.subList(from, Math.min(recipients.size(), from + MOST_RECIPIENTS)))
                .map(part -> notice(organizationId, priority, kind, content, part, now))
                .toList();
    }

    /** A message to a few people about nothing that its owner would look at again. */
    public static OutboxMessage notice(
            int organizationId,
            Priority priority,
            String kind,
            Map<String, String> content,
            List<Long> recipients,
            Instant now) {
        return new OutboxMessage(
                UUID.randomUUID(),
                organizationId,
                priority,
                kind,
                content,
                recipients,
                recipients.stream().map(recipient -> 0L).toList(),
                now,
                now,
                now,
                false);
    }
}
