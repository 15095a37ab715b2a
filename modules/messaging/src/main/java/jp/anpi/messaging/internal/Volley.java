package jp.anpi.messaging.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jp.anpi.messaging.Delivery;
import jp.anpi.messaging.MessageChannel;
import jp.anpi.messaging.OutboxMessage;

/**
 * Requests to the channel, many under way at once, in the order of the messages.
 *
 * <p>However many they are, and however slow the channel is, it ends: after a few seconds nothing more sets out, so that
 * the rows are not locked for long and something more urgent gets its turn (E-9).
 */
final class Volley {

    /** As many as the channel's connection takes side by side. */
    static final int UNDER_WAY = 32;

    /** How long more of them set out. */
    static final Duration SETTING_OUT = Duration.ofSeconds(5);

    /** Longer than any limit of the channel's own: the last resort, so that nothing hangs for ever. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(50);

    private static final Delivery SILENT = new Delivery.Unavailable("The channel never answered", true);

    private record UnderWay(ClaimedMessage claim, CompletableFuture<Delivery> delivery) {}

    /**
     * How it ended.
     *
     * @param notTried those for which there was no time
     */
    record Result(List<Settlement.Outcome> outcomes, List<OutboxMessage> notTried) {}

    private final MessageChannel.Sending sending;
    private final Duration settingOut;
    private final Semaphore free = new Semaphore(UNDER_WAY);

    Volley(MessageChannel.Sending sending, Duration settingOut) {
        this.sending = sending;
        this.settingOut = settingOut;
    }

    /** Sends them, and waits for what becomes of each. */
    Result fire(List<ClaimedMessage> claims) {
        long end = System.nanoTime() + settingOut.toNanos();
        List<UnderWay> underWay = new ArrayList<>();
        int next = 0;
        while (next < claims.size() && isFreeBy(end)) {
            underWay.add(start(claims.get(next++)));
        }
        return new Result(
                underWay.stream()
                        .map(one -> new Settlement.Outcome(
                                one.claim(), one.delivery().join()))
                        .toList(),
                claims.subList(next, claims.size()).stream()
                        .map(ClaimedMessage::message)
                        .toList());
    }

    private UnderWay start(ClaimedMessage claim) {
        CompletableFuture<Delivery> delivery =
                sending.send(claim.message(), claim.triedWithSeveral()).toCompletableFuture();
        delivery.whenComplete((outcome, failure) -> free.release());
        return new UnderWay(claim, delivery.completeOnTimeout(SILENT, LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS));
    }

    private boolean isFreeBy(long end) {
        long left = end - System.nanoTime();
        try {
            return left > 0 && free.tryAcquire(left, TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
