package jp.anpi.foundation.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import jp.anpi.foundation.DueWork;

/** Work that is due at given instants, and remembers when it was done. */
final class FakeWork implements DueWork {

    private final TreeSet<Instant> due = new TreeSet<>();
    private final List<Instant> done = new ArrayList<>();
    private Runnable whenRun = () -> {};

    FakeWork due(Instant instant) {
        due.add(instant);
        return this;
    }

    /** It turns out that this is not due then, but at another instant. */
    void putOff(Instant from, Instant to) {
        if (due.remove(from)) {
            due.add(to);
        }
    }

    /** What comes in between while a slice runs. */
    FakeWork whenRun(Runnable meanwhile) {
        whenRun = meanwhile;
        return this;
    }

    List<Instant> done() {
        return done;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public String firstDue() {
        return "select cast(null as timestamptz)";
    }

    /** As the database would know it. */
    static DueDates dates(Collection<DueWork> kinds, Instant now) {
        Map<String, Instant> first = new HashMap<>();
        for (DueWork kind : kinds) {
            ((FakeWork) kind).due.stream().findFirst().ifPresent(due -> first.put(kind.name(), due));
        }
        return new DueDates(first);
    }

    @Override
    public boolean runSlice(Instant now) {
        whenRun.run();
        boolean any = !due.isEmpty() && !due.first().isAfter(now);
        if (any) {
            due.pollFirst();
            done.add(now);
        }
        return any;
    }
}
