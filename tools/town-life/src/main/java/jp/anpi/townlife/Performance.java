package jp.anpi.townlife;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.anpi.townlife.Act.Outcome;
import jp.anpi.townlife.Premises.Delivery;

/**
 * Everybody who has something to do at a moment does it: round by round, each person one thing after the other, and what
 * happens in one round travels together.
 */
final class Performance {

    /** Well below LINE's megabyte, and answered while reply tokens live. */
    private static final int TOGETHER = 400;

    private final Premises premises;
    private final Delivery delivery;

    private static final class Running {
        private final Act act;
        private int round;
        private boolean heard = true;
        private boolean gaveUp;

        private Running(Act act) {
            this.act = act;
        }

        private void play() {
            gaveUp = !act.rounds().get(round++).getAsBoolean();
        }

        private boolean over() {
            return gaveUp || !heard || round == act.rounds().size();
        }

        private Outcome outcome() {
            return gaveUp ? Outcome.GIVEN_UP : heard ? Outcome.HEARD : Outcome.UNHEARD;
        }
    }

    Performance(Premises premises, Delivery delivery) {
        this.premises = premises;
        this.delivery = delivery;
    }

    void of(List<Act> acts) {
        Map<Integer, Deque<Running>> people = new LinkedHashMap<>();
        acts.forEach(act ->
                people.computeIfAbsent(act.who(), who -> new ArrayDeque<>()).add(new Running(act)));
        while (!people.isEmpty()) {
            List<Running> going = new ArrayList<>();
            people.values().forEach(queue -> going.add(queue.peek()));
            for (int from = 0; from < going.size(); from += TOGETHER) {
                round(going.subList(from, Math.min(going.size(), from + TOGETHER)));
            }
            people.values().forEach(queue -> {
                if (queue.peek().over()) {
                    Running done = queue.poll();
                    done.act.done().accept(done.outcome());
                }
            });
            people.values().removeIf(Deque::isEmpty);
        }
    }

    private void round(List<Running> going) {
        boolean heard = premises.deliver(() -> going.forEach(Running::play), delivery);
        going.forEach(running -> running.heard = heard);
        premises.settle();
    }
}
