package jp.anpi.townlife;

import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Messages that reached a phone, by month of Japan and kind, as LINE counts them: replies are free. */
final class Tally {

    private final Map<YearMonth, Map<Sight, Long>> arrived = new TreeMap<>();

    synchronized void arrived(Instant at, Sight sight) {
        arrived.computeIfAbsent(YearMonth.from(at.atZone(Grid.TOKYO)), month -> new EnumMap<>(Sight.class))
                .merge(sight, 1L, Long::sum);
    }

    synchronized Map<YearMonth, Map<Sight, Long>> byMonth() {
        Map<YearMonth, Map<Sight, Long>> copy = new TreeMap<>();
        arrived.forEach((month, kinds) -> copy.put(month, new EnumMap<>(kinds)));
        return copy;
    }

    synchronized long of(Sight sight) {
        return arrived.values().stream()
                .mapToLong(kinds -> kinds.getOrDefault(sight, 0L))
                .sum();
    }
}
