package jp.anpi.townlife;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is known of one participant's account without looking into the product: what its phone saw, what was done on
 * it and whether LINE could deliver that, what the phones of its watchers saw about it, and what they answered.
 */
final class Diary {

    /** What a participant does. */
    enum Deed {
        OK,
        HELP,
        PAUSE,
        BLOCK,
        UNBLOCK
    }

    /** A question on the phone. */
    record Asked(Instant at, Sight sight) {}

    /** @param lastDay of a pause, else null */
    record Done(Instant at, Deed deed, boolean heard, LocalDate lastDay) {}

    /**
     * A message on a watcher's phone.
     *
     * @param answering whether the participant was about to answer, only later
     */
    record Told(Instant at, int watcher, Sight sight, boolean answering) {}

    /** A watcher found the person well. */
    record Closed(Instant at, int watcher) {}

    private final List<Asked> asked = new ArrayList<>();
    private final List<Done> done = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final List<Closed> closed = new ArrayList<>();

    synchronized void asked(Instant at, Sight sight) {
        asked.add(new Asked(at, sight));
    }

    synchronized void done(Instant at, Deed deed, boolean heard, LocalDate lastDay) {
        done.add(new Done(at, deed, heard, lastDay));
    }

    synchronized void told(Told news) {
        told.add(news);
    }

    synchronized void closed(Instant at, int watcher) {
        closed.add(new Closed(at, watcher));
    }

    synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    synchronized List<Done> done() {
        return List.copyOf(done);
    }

    synchronized List<Told> told() {
        return List.copyOf(told);
    }

    synchronized List<Closed> closed() {
        return List.copyOf(closed);
    }

    /** Whether a question came after the last sign of life that LINE could deliver. */
    synchronized boolean questionOpen() {
        Instant lastOk = done.stream()
                .filter(act -> act.deed() == Deed.OK && act.heard())
                .map(Done::at)
                .reduce(Instant.MIN, (earlier, later) -> later);
        return !asked.isEmpty() && asked.get(asked.size() - 1).at().isAfter(lastOk);
    }
}
