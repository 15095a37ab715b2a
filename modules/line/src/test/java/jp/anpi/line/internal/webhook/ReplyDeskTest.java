package jp.anpi.line.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.anpi.foundation.ManualClock;
import jp.anpi.line.internal.channel.Fakes;
import jp.anpi.line.internal.channel.Replies.Outcome;
import jp.anpi.line.internal.conversation.Answered;
import org.junit.jupiter.api.Test;

/** While LINE is slow to take what it is told, the next events are worked; somebody among them may call for help (E-11). */
class ReplyDeskTest {

    private final Map<String, CompletableFuture<Outcome>> underWay = new LinkedHashMap<>();
    private final List<String> pushed = new ArrayList<>();
    private final ManualClock wall = new ManualClock(Fakes.NOON);
    private final ReplyDesk desk = new ReplyDesk(
            (organization, token, messages) -> underWay.computeIfAbsent(token, begun -> new CompletableFuture<>()),
            new LateReplies() {
                @Override
                public void push(PendingReply reply) {
                    if (reply.replyToken().equals("spoilt")) {
                        throw new IllegalStateException("database");
                    }
                    pushed.add(reply.replyToken());
                }
            },
            wall,
            Duration.ofMillis(1));

    @Test
    void e11_replies_that_line_does_not_take_hold_nobody_up_for_long() {
        CompletableFuture<Void> sent = desk.send(replies(100));

        desk.await(List.of(sent));

        assertThat(sent).isNotDone();
        assertThat(underWay).as("side by side").hasSize(32);
        underWay.get("token-0").complete(Outcome.SENT);
        assertThat(underWay).as("the next one goes").hasSize(33).containsKey("token-32");
    }

    @Test
    void replies_to_one_person_keep_their_order() {
        desk.send(List.of(reply("hana", "first")));
        desk.send(List.of(reply("hana", "second"), reply("taro", "his")));
        assertThat(underWay.keySet()).containsExactly("first", "his");

        underWay.get("first").complete(Outcome.UNCERTAIN);

        assertThat(underWay.keySet()).containsExactly("first", "his", "second");
    }

    @Test
    void those_whose_turn_comes_too_late_for_their_token_are_pushed() {
        CompletableFuture<Void> sent = desk.send(replies(40));
        wall.advance(Duration.ofSeconds(51));

        underWay.get("token-3").complete(Outcome.SENT);

        assertThat(pushed).containsExactlyElementsOf(tokens(32, 40));
        underWay.values().forEach(answer -> answer.complete(Outcome.SENT));
        assertThat(sent).isCompleted();
    }

    @Test
    void a_push_that_fails_ends_no_other_reply() {
        List.of("spoilt", "gone")
                .forEach(token -> underWay.put(token, CompletableFuture.completedFuture(Outcome.TOKEN_GONE)));

        CompletableFuture<Void> sent = desk.send(List.of(reply("hana", "spoilt"), reply("hana", "gone")));

        assertThat(sent).isCompleted();
        assertThat(pushed).containsExactly("gone");
    }

    private static List<PendingReply> replies(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> reply("person-" + number, "token-" + number))
                .toList();
    }

    private static List<String> tokens(int from, int until) {
        return IntStream.range(from, until)
                .mapToObj(number -> "token-" + number)
                .toList();
    }

    private static PendingReply reply(String person, String token) {
        return new PendingReply(1, Optional.of(person), token, Fakes.NOON, new Answered(List.of(), List.of()));
    }
}
