package jp.anpi.simulator.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import jp.anpi.simulator.platform.Platform;
import jp.anpi.simulator.traffic.Recent;

/**
 * The way from the platform to the product. One thread sends, so events arrive in the order in which they happened,
 * and a phone waits until its event was answered or given up.
 */
public final class Webhooks implements AutoCloseable {

    private final Platform platform;
    private final WebhookSwitches switches = new WebhookSwitches();
    private final WebhookSender sender;
    private final ExecutorService line = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "line-webhook");
        thread.setDaemon(true);
        return thread;
    });
    private final Recent<WebhookDelivery> deliveries;
    private final Recent<WebhookEvent> sent;
    private final Recent<WebhookEvent> failed;
    private final List<WebhookEvent> held = new ArrayList<>();
    private URI endpoint;
    private boolean holding;
    private long deliveryNumber;

    /**
     * @param endpoint null until the product is known
     * @param remembered how many of the newest deliveries and events are kept at least
     */
    public Webhooks(Platform platform, URI endpoint, Duration timeout, int remembered) {
        this.platform = platform;
        this.endpoint = endpoint;
        this.sender = new WebhookSender(timeout);
        this.deliveries = new Recent<>(remembered);
        this.sent = new Recent<>(remembered);
        this.failed = new Recent<>(remembered);
    }

    public WebhookSwitches switches() {
        return switches;
    }

    public synchronized void endpoint(URI url) {
        endpoint = url;
    }

    public synchronized Optional<URI> endpoint() {
        return Optional.ofNullable(endpoint);
    }

    /** Takes an event to be sent. Call it under the lock of the platform; wait for the answer outside of it. */
    public synchronized CompletableFuture<List<WebhookDelivery>> emit(WebhookEvent event) {
        if (holding) {
            held.add(event);
            return CompletableFuture.completedFuture(List.of());
        }
        return send(List.of(event));
    }

    /** From now on events are kept back. */
    public synchronized void hold() {
        holding = true;
    }

    /** The events kept back, in the order in which they happened. */
    public synchronized List<WebhookEvent> held() {
        return List.copyOf(held);
    }

    /** Ends the hold and sends each event by itself, in order. */
    public List<WebhookDelivery> release() {
        return each(takeHeld());
    }

    /** Ends the hold and sends each event by itself, the last one first. */
    public List<WebhookDelivery> releaseReversed() {
        List<WebhookEvent> events = takeHeld();
        Collections.reverse(events);
        return each(events);
    }

    /** Ends the hold and sends all events in one POST. */
    public List<WebhookDelivery> releaseAsBatch() {
        return await(send(takeHeld()));
    }

    /** Sends an event again, with the same id and reply token and marked as a redelivery. */
    public List<WebhookDelivery> redeliver(String webhookEventId) {
        WebhookEvent event;
        synchronized (this) {
            event = sent.view().stream()
                    .filter(candidate -> candidate.id().equals(webhookEventId))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No event " + webhookEventId + " was sent"));
        }
        return each(List.of(event.redelivery()));
    }

    /** Sends again what was not answered by 2xx in time. */
    public List<WebhookDelivery> redeliverFailed() {
        List<WebhookEvent> again;
        synchronized (this) {
            again = failed.view().stream().map(WebhookEvent::redelivery).toList();
            failed.clear();
        }
        return each(again);
    }

    /** A POST without events, as the Verify button of the console sends it. */
    public WebhookDelivery verify() {
        return await(send(List.of())).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No webhook URL is set"));
    }

    /** Tries an address with an empty webhook, out of turn: the caller may hold what others wait for. */
    public WebhookDelivery test(URI url) {
        byte[] body = WebhookBody.of(platform.bot().userId(), List.of(), false);
        return post(url, List.of(), body, signatureOf(body));
    }

    /** Sends these bytes as they are. @param signature null sends none */
    public WebhookDelivery sendRaw(byte[] body, String signature) {
        URI url = endpoint().orElseThrow(() -> new IllegalStateException("No webhook URL is set"));
        return CompletableFuture.supplyAsync(() -> post(url, List.of(), body, signature), line)
                .join();
    }

    /** The signature that LINE would put on these bytes. */
    public String signatureOf(byte[] body) {
        return Signature.of(body, platform.bot().channelSecret());
    }

    public synchronized List<WebhookDelivery> deliveries() {
        return List.copyOf(deliveries.view());
    }

    /** Waits for what {@link #emit} started. */
    public static List<WebhookDelivery> await(CompletableFuture<List<WebhookDelivery>> delivery) {
        return delivery.join();
    }

    private synchronized List<WebhookEvent> takeHeld() {
        List<WebhookEvent> events = new ArrayList<>(held);
        held.clear();
        holding = false;
        return events;
    }

    private List<WebhookDelivery> each(List<WebhookEvent> events) {
        List<CompletableFuture<List<WebhookDelivery>>> all =
                events.stream().map(event -> send(List.of(event))).toList();
        return all.stream().flatMap(delivery -> await(delivery).stream()).toList();
    }

    private synchronized CompletableFuture<List<WebhookDelivery>> send(List<WebhookEvent> events) {
        URI url = endpoint;
        if (url == null || !switches.isActive()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return CompletableFuture.supplyAsync(
                () -> {
                    List<WebhookDelivery> result = new ArrayList<>();
                    for (int i = 0; i < (switches.isSentTwice() ? 2 : 1); i++) {
                        result.add(post(url, events));
                    }
                    return result;
                },
                line);
    }

    private WebhookDelivery post(URI url, List<WebhookEvent> events) {
        synchronized (platform) {
            events.forEach(event -> event.replyToken()
                    .ifPresent(token -> platform.replyTokens().redelivered(token, platform.wallTime())));
        }
        byte[] body = WebhookBody.of(platform.bot().userId(), events, switches.isEscapingNonAscii());
        WebhookDelivery delivery = post(url, events, body, signatureOf(body));
        synchronized (this) {
            sent.addAll(events);
            if (!delivery.succeeded()) {
                failed.addAll(events);
            }
        }
        return delivery;
    }

    private WebhookDelivery post(URI url, List<WebhookEvent> events, byte[] body, String signature) {
        WebhookSender.Result result = sender.post(url, body, signature);
        WebhookDelivery delivery;
        synchronized (this) {
            delivery = new WebhookDelivery(
                    ++deliveryNumber,
                    platform.wallTime(),
                    events.stream().map(WebhookEvent::id).toList(),
                    new String(body, StandardCharsets.UTF_8),
                    result.status(),
                    result.outcome(),
                    result.took());
            deliveries.add(delivery);
        }
        platform.changed();
        return delivery;
    }

    @Override
    public void close() {
        line.shutdown();
        try {
            line.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
