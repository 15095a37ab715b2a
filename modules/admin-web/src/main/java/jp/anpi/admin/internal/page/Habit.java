package jp.anpi.admin.internal.page;

import java.time.Duration;
import java.util.List;
import jp.anpi.admin.internal.Words;
import jp.anpi.scheduling.CheckInHistory.Entry;

/** How somebody usually answers, in words. */
final class Habit {

    private static final int LATEST = 10;

    private Habit() {}

    /** @param entries the oldest first */
    static String of(List<Entry> entries, Words words) {
        List<Duration> taken = entries.stream()
                .filter(entry ->
                        entry.askedAt().isPresent() && entry.answeredAt().isPresent())
                .map(entry -> Duration.between(
                        entry.askedAt().get(), entry.answeredAt().get()))
                .toList();
        if (taken.isEmpty()) {
            return words.of("person.habit.none");
        }
        List<Duration> latest = taken.subList(Math.max(0, taken.size() - LATEST), taken.size());
        return words.of(
                "person.habit",
                words.span(median(taken)),
                words.span(median(latest)),
                entries.stream().filter(Entry::silent).count());
    }

    private static Duration median(List<Duration> durations) {
        return durations.stream().sorted().toList().get(durations.size() / 2);
    }
}
