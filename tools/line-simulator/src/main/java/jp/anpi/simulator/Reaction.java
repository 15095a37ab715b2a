package jp.anpi.simulator;

import java.util.List;
import java.util.Optional;
import jp.anpi.simulator.webhook.WebhookDelivery;

/**
 * What came of something done on a phone.
 *
 * @param webhooks the POSTs to the product, answered or given up; none where events are held or nothing is told
 * @param opened the address that a uri action opens
 * @param copied the text that a clipboard action copies
 */
public record Reaction(List<WebhookDelivery> webhooks, Optional<String> opened, Optional<String> copied) {

    static Reaction told(List<WebhookDelivery> webhooks) {
        return new Reaction(webhooks, Optional.empty(), Optional.empty());
    }

    static Reaction opened(String uri) {
        return new Reaction(List.of(), Optional.of(uri), Optional.empty());
    }

    static Reaction copied(String text) {
        return new Reaction(List.of(), Optional.empty(), Optional.of(text));
    }

    /** The product's answer to the first POST; 0 where there was none. */
    public int status() {
        return webhooks.isEmpty() ? 0 : webhooks.get(0).status();
    }
}
