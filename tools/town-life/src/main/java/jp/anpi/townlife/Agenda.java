package jp.anpi.townlife;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * What people are going to do, at moments shared by many so that their webhooks travel together as LINE's do: residents
 * at twenty past, watchers at ten to. Nothing else falls on these minutes.
 */
final class Agenda {

    private static final int RESIDENTS = 20;
    private static final int WATCHERS = 50;

    /** Late questions come when the delivery window opens. */
    private static final int WINDOW_OPENS = 6;

    private final TreeMap<Instant, List<Act>> plans = new TreeMap<>();
    private final Set<Integer> askingHours = new HashSet<>(Set.of(WINDOW_OPENS));
    private Instant reached;

    Agenda(Instant start) {
        reached = start;
    }

    /** Somebody is asked at that hour of the day. */
    synchronized void asksAt(int hour) {
        askingHours.add(hour);
    }

    /** @return when it will be done */
    synchronized Instant resident(Instant notBefore, Act act) {
        return plan(notBefore, act, RESIDENTS);
    }

    synchronized Instant watcher(Instant notBefore, Act act) {
        return plan(notBefore, act, WATCHERS);
    }

    private Instant plan(Instant notBefore, Act act, int minute) {
        Instant at = next(notBefore.isAfter(reached) ? notBefore : reached, minute);
        plans.computeIfAbsent(at, key -> new ArrayList<>()).add(act);
        return at;
    }

    private static Instant next(Instant after, int minute) {
        Instant tick = after.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofMinutes(minute));
        return tick.isAfter(after) ? tick : tick.plus(Duration.ofHours(1));
    }

    /**
     * How far the clock may run without anybody missing their moment: to the next plan, or to shortly after the next
     * hour at which somebody is asked, who may make a new one. Whatever is planned from now on comes later than that.
     */
    synchronized Instant reach(Instant now, Instant atMost) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        while (!askingHours.contains(hour.atZone(Grid.TOKYO).getHour())) {
            hour = hour.plus(Duration.ofHours(1));
        }
        Instant afterIt = next(hour, RESIDENTS);
        Instant target = afterIt.isBefore(atMost) ? afterIt : atMost;
        if (!plans.isEmpty() && plans.firstKey().isBefore(target)) {
            target = plans.firstKey();
        }
        reached = target.isAfter(now) ? target : now;
        return reached;
    }

    /** What is to be done by then, always in the same order. */
    synchronized List<Act> due(Instant now) {
        List<Act> due = new ArrayList<>();
        while (!plans.isEmpty() && !plans.firstKey().isAfter(now)) {
            due.addAll(plans.pollFirstEntry().getValue());
        }
        due.sort(Comparator.comparingInt(Act::who).thenComparing(Act::what));
        return due;
    }
}
