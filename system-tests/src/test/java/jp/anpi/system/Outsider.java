package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jp.anpi.simulator.chat.ChatEntry;

/**
 * Finds the way through a registration knowing nothing but the promised labels: looks at the newest messages, and does
 * the first thing on its list that they offer.
 */
final class Outsider {

    /** What an outsider may find to do, in the order in which this one looks for it. */
    enum Move {
        YES,
        INTERVAL,
        HOUR,
        OK,
        TYPING,
        STOP
    }

    private static final int PATIENCE = 12;
    private static final List<String> INTERVALS = List.of("3日毎", "毎日");

    private final Person person;
    private final List<Move> order;
    private final boolean lastMessageOnly;

    Outsider(Person person, List<Move> order, boolean lastMessageOnly) {
        this.person = person;
        this.order = order;
        this.lastMessageOnly = lastMessageOnly;
    }

    /** Registers, and says after how many moves it was done. */
    int register() {
        person.follow().press("見守られる方として始める");
        for (int moves = 1; moves <= PATIENCE; moves++) {
            Move move = order.stream()
                    .filter(this::possible)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nothing to do: " + person.said()));
            if (move == Move.STOP) {
                return moves;
            }
            make(move);
            assertThat(person.phone().lastMessages())
                    .as("answer to " + move)
                    .hasSizeBetween(1, 5)
                    .allMatch(ChatEntry::fromAccount);
        }
        throw new AssertionError("going round in circles, order " + order + ": " + person.said());
    }

    private boolean possible(Move move) {
        Map<Move, Predicate<ChatEntry>> signs = Map.of(
                Move.YES, message -> message.labels().contains("はい"),
                Move.INTERVAL, message -> message.labels().stream().anyMatch(INTERVALS::contains),
                Move.HOUR, message -> message.labels().contains("時刻を選ぶ"),
                Move.OK, message -> message.labels().contains("OK"),
                Move.TYPING, message -> message.text().contains("入力してください"),
                Move.STOP, message -> message.labels().contains("招待する"));
        return newest().stream().anyMatch(signs.get(move));
    }

    private List<ChatEntry> newest() {
        List<ChatEntry> newest = person.phone().lastMessages();
        return lastMessageOnly && !newest.isEmpty() ? newest.subList(newest.size() - 1, newest.size()) : newest;
    }

    private void make(Move move) {
        switch (move) {
            case YES -> person.press("はい");
            case INTERVAL ->
                person.press(
                        INTERVALS.stream().filter(person::offers).findFirst().orElseThrow());
            case HOUR -> person.pickTime(8);
            case OK -> person.press("OK");
            default -> person.type("はなこ");
        }
    }
}
