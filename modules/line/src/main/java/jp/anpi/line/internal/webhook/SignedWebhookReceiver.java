package jp.anpi.line.internal.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.anpi.foundation.Counted;
import jp.anpi.foundation.WallTime;
import jp.anpi.foundation.WorkLoop;
import jp.anpi.line.WebhookReceiver;
import jp.anpi.line.internal.channel.ChannelRegister;
import jp.anpi.line.internal.channel.ChannelTrials;
import jp.anpi.line.internal.channel.LineAccounts;
import jp.anpi.membership.Organization;
import jp.anpi.membership.Organizations;
import jp.anpi.messaging.ContactNotes;

/** Verifies, takes apart, stores, wakes the worker: nothing more happens while LINE waits. */
@ApplicationScoped
public class SignedWebhookReceiver implements WebhookReceiver {

    @Inject
    private Organizations organizations;

    @Inject
    private LineAccounts accounts;

    @Inject
    private ChannelRegister channels;

    @Inject
    private ChannelTrials trials;

    @Inject
    private WebhookEvents events;

    @Inject
    private Intake intake;

    @Inject
    private WorkLoop workLoop;

    @Inject
    private WebhookInbox inbox;

    @Inject
    private ContactNotes contact;

    @Inject
    private WebhookDoor door;

    @Inject
    private Clock clock;

    @Inject
    @WallTime
    private Clock wallClock;

    @Inject
    private Event<Counted> counted;

    private final Map<Optional<String>, Integer> known = new ConcurrentHashMap<>();
    private final MissedEvents missed = new MissedEvents();

    /** Classes, the JSON reader, the signature's algorithm, and the first queries. */
    @Override
    public void warmUp() {
        door.opening();
        byte[] body = "{\"events\":[{\"type\":\"message\",\"source\":{}}]}".getBytes(StandardCharsets.UTF_8);
        Instant now = clock.instant();
        int id = organization(Optional.empty()).orElseThrow();
        Signature.matches(accounts.channelSecret(id), Optional.of("AAAA"), body);
        WebhookBody.events(body, now);
        events.anyWaits();
    }

    @Override
    public Receipt receive(Optional<String> organizationKey, Optional<String> signature, byte[] body) {
        door.used();
        Receipt receipt = look(organizationKey, signature, body);
        String name = receipt.name().toLowerCase(Locale.ROOT);
        counted.fire(new Counted("anpi_webhook_requests", Map.of("receipt", name), 1));
        return receipt;
    }

    private Receipt look(Optional<String> organizationKey, Optional<String> signature, byte[] body) {
        Optional<Integer> organization = organization(organizationKey);
        if (organization.isEmpty()) {
            return Receipt.UNKNOWN_ORGANIZATION;
        }
        int id = organization.get();
        if (!signed(id, signature, body)) {
            return onTrial(id, signature, body) ? Receipt.STORED : Receipt.NOT_SIGNED;
        }
        Instant now = clock.instant();
        Optional<List<ArrivedEvent>> arrived = WebhookBody.events(body, now);
        if (arrived.isEmpty()) {
            return Receipt.MALFORMED;
        }
        if (!arrived.get().isEmpty()) {
            store(new ReceivedDelivery(id, arrived.get(), now, wallClock.instant()));
            workLoop.wake(inbox);
        }
        return Receipt.STORED;
    }

    private boolean signed(int id, Optional<String> signature, byte[] body) {
        Optional<String> secret = accounts.channelSecret(id);
        if (signature.isEmpty() || Signature.matches(secret, signature, body)) {
            return signature.isPresent();
        }
        channels.doubted(id);
        Optional<String> present = accounts.channelSecret(id);
        return !present.equals(secret) && Signature.matches(present, signature, body);
    }

    /** LINE tries the webhook of a channel that is about to be entered: nothing but an empty delivery is taken from it. */
    private boolean onTrial(int id, Optional<String> signature, byte[] body) {
        return trials.secret(id).isPresent()
                && Signature.matches(trials.secret(id), signature, body)
                && WebhookBody.events(body, clock.instant())
                        .filter(List::isEmpty)
                        .isPresent();
    }

    /** What is genuine and cannot be stored may be lost: until it can, nobody's silence counts (E-8). */
    private void store(ReceivedDelivery delivery) {
        try {
            intake.store(delivery);
        } catch (RuntimeException notStored) {
            if (missed.isNews(delivery.events())) {
                contact.missed(delivery.organizationId(), delivery.receivedAt());
            }
            throw notStored;
        }
        contact.heard(delivery.organizationId(), delivery.receivedAt());
    }

    /** While the database is away, as it was found last: whether a delivery is genuine can be told all the same. */
    private Optional<Integer> organization(Optional<String> key) {
        try {
            Optional<Integer> found = key.map(organizations::byKey)
                    .orElseGet(() -> Optional.of(organizations.first()))
                    .map(Organization::id);
            found.ifPresent(id -> known.put(key, id));
            return found;
        } catch (RuntimeException away) {
            return Optional.of(Optional.ofNullable(known.get(key)).orElseThrow(() -> away));
        }
    }
}
