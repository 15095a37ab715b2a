package jp.anpi.townlife;

import java.util.Map;
import java.util.TreeMap;

/** Where the machine's time goes. */
final class Effort {

    private record Spent(long times, long nanoseconds) {
        private Spent plus(Spent other) {
            return new Spent(times + other.times, nanoseconds + other.nanoseconds);
        }
    }

    private final Map<String, Spent> spent = new TreeMap<>();

    void of(String what, Runnable work) {
        long began = System.nanoTime();
        work.run();
        spent.merge(what, new Spent(1, System.nanoTime() - began), Spent::plus);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        spent.forEach((what, one) ->
                text.append("%s %d × %.0f ms, ".formatted(what, one.times(), one.nanoseconds() / 1e6 / one.times())));
        return text.length() == 0 ? "nothing" : text.substring(0, text.length() - 2);
    }
}
