package jp.anpi.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.anpi.messaging.Delivery;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.Priority;
import org.junit.jupiter.api.Test;

/** Many requests at once, but never for long (E-9, E-17). */
class VolleyTest {

    private static final Delivery ACCEPTED = new Delivery.Accepted();
    private static final Duration AN_HOUR = Duration.ofHours(1);

    @Test
    void every_message_has_the_outcome_that_the_channel_gave_it() {
        List<ClaimedMessage> claims = claims(100);
        OutboxMessage spoilt = claims.get(70).message();

        Volley.Result result = new Volley(
                        (message, tried) -> CompletableFuture.completedFuture(
                                message == spoilt ? new Delivery.Refused("no") : ACCEPTED),
                        AN_HOUR)
                .fire(claims);

        assertThat(result.notTried()).isEmpty();
        assertThat(result.outcomes()).hasSize(100);
        assertThat(result.outcomes().stream()
                        .filter(outcome -> outcome.delivery() instanceof Delivery.Refused)
                        .map(Settlement.Outcome::message))
                .containsExactly(spoilt);
    }

    @Test
    void so_many_are_under_way_at_once_and_no_more() {
        List<CompletableFuture<Delivery>> open = new ArrayList<>();
        List<Integer> underWay = new ArrayList<>();

        Volley.Result result = new Volley(
                        (message, tried) -> {
                            CompletableFuture<Delivery> delivery = new CompletableFuture<>();
                            open.add(delivery);
                            underWay.add(open.size());
                            if (open.size() == Volley.UNDER_WAY || underWay.size() == 100) {
                                List.copyOf(open).forEach(one -> one.complete(ACCEPTED));
                                open.clear();
                            }
                            return delivery;
                        },
                        AN_HOUR)
                .fire(claims(100));

        assertThat(result.outcomes()).hasSize(100);
        assertThat(underWay).contains(Volley.UNDER_WAY).allMatch(many -> many <= Volley.UNDER_WAY);
    }

    @Test
    void what_has_no_time_to_set_out_is_not_tried() {
        List<ClaimedMessage> claims = claims(3);

        Volley.Result result =
                new Volley((message, tried) -> CompletableFuture.completedFuture(ACCEPTED), Duration.ZERO).fire(claims);

        assertThat(result.outcomes()).isEmpty();
        assertThat(result.notTried())
                .containsExactlyElementsOf(
                        claims.stream().map(ClaimedMessage::message).toList());
    }

    private static List<ClaimedMessage> claims(int count) {
        Instant now = Instant.parse("2026-01-07T08:00:00Z");
        return IntStream.range(0, count)
                .mapToObj(recipient ->
                        OutboxMessage.notice(1, Priority.ALERT, "ALERT", Map.of(), List.of((long) recipient), now))
                .map(message -> new ClaimedMessage(message, 1, Optional.empty(), false, false))
                .toList();
    }
}
