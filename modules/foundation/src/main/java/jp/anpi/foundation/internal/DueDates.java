package jp.anpi.foundation.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import jp.anpi.foundation.DueWork;

/**
 * When the first undone work of each kind falls due that has any.
 *
 * @param first by the name of the kind
 */
record DueDates(Map<String, Instant> first) {

    /** Who knows it. */
    interface Source {
        /** @throws RuntimeException when it cannot be told */
        DueDates of(Collection<DueWork> kinds, Instant now);
    }

    boolean isDue(DueWork kind, Instant now) {
        return of(kind).filter(due -> !due.isAfter(now)).isPresent();
    }

    Optional<Instant> of(DueWork kind) {
        return Optional.ofNullable(first.get(kind.name()));
    }

    Optional<Instant> earliest() {
        return first.values().stream().min(Comparator.naturalOrder());
    }

    Optional<Instant> earliestAfter(Instant now) {
        return first.values().stream().filter(due -> due.isAfter(now)).min(Comparator.naturalOrder());
    }
}
