package jp.anpi.townlife;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * What people are going to do, at moments shared by many so that their webhooks travel together as LINE's do: residents
 * at ten and forty minutes past, watchers at twenty-five past. Nothing else falls on these minutes.
 */
final class Agenda {

    private static final List<Integer> RESIDENTS = List.of(10, 40);
    private static final List<Integer> WATCHERS = List.of(25);

    private final TreeMap<Instant, List<Act>> plans = new TreeMap<>();
    private Instant reached;

    Agenda(Instant start) {
        reached = start;
    }

    /** @return when it will be done */
    synchronized Instant resident(Instant notBefore, Act act) {
        return plan(notBefore, act, RESIDENTS);
    }

    synchronized Instant watcher(Instant notBefore, Act act) {
        return plan(notBefore, act, WATCHERS);
    }

    private Instant plan(Instant notBefore, Act act, List<Integer> minutes) {
        Instant at = next(notBefore.isAfter(reached) ? notBefore : reached, minutes);
        plans.computeIfAbsent(at, key -> new ArrayList<>()).add(act);
        return at;
    }

    private static Instant next(Instant after, List<Integer> minutes) {
        ZonedDateTime hour = after.atZone(Grid.TOKYO).truncatedTo(ChronoUnit.HOURS);
        while (true) {
            for (int minute : minutes) {
                Instant tick = hour.plusMinutes(minute).toInstant();
                if (tick.isAfter(after)) {
                    return tick;
                }
            }
            hour = hour.plusHours(1);
        }
    }

    /**
     * How far the clock may run without anybody missing their moment: to the next plan, or to shortly after the next
     * whole hour, when questions come that make new ones. Whatever is planned from now on comes later than that.
     */
    synchronized Instant reach(Instant now, Instant atMost) {
        Instant nextHour = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofMinutes(70));
        Instant target = nextHour.isBefore(atMost) ? nextHour : atMost;
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
