package jp.anpi.benchmarks.workbench;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** What arrived at LINE for the people of one crowd. */
final class Arrivals {

    private static final int DIGITS = 32;

    private final long first;
    private final AtomicIntegerArray times;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger recipients = new AtomicInteger();
    private final AtomicInteger strangers = new AtomicInteger();

    Arrivals(Crowd crowd) {
        this.first = crowd.first();
        this.times = new AtomicIntegerArray(crowd.size());
    }

    /** Counts the people whose number stands in the body behind a quotation mark and this letter. */
    void request(String body, char letter) {
        requests.incrementAndGet();
        String mark = "\"" + letter;
        for (int at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + 1)) {
            int from = at + mark.length();
            if (body.length() > from + DIGITS && body.charAt(from + DIGITS) == '"' && isDigit(body.charAt(from))) {
                person(Long.parseLong(body, from, from + DIGITS, 10));
            }
        }
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private void person(long number) {
        long index = number - first;
        if (index < 0 || index >= times.length()) {
            strangers.incrementAndGet();
        } else {
            times.incrementAndGet((int) index);
            recipients.incrementAndGet();
        }
    }

    int requests() {
        return requests.get();
    }

    int recipients() {
        return recipients.get();
    }

    /** Whether everybody who is expected was reached once, and nobody else. */
    boolean eachOnce() {
        for (int i = 0; i < times.length(); i++) {
            if (times.get(i) != 1) {
                return false;
            }
        }
        return strangers.get() == 0;
    }
}
