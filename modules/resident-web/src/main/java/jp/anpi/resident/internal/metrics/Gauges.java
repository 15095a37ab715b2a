package jp.anpi.resident.internal.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.anpi.foundation.Figure;
import jp.anpi.foundation.Figures;
import jp.anpi.foundation.WallTime;
import jp.anpi.resident.internal.Question;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * Reads all {@link Figures} when somebody looks at {@code /metrics}, at most once in a few seconds, and shows them as
 * gauges. Where the database does not answer there is no figure rather than an old one.
 */
@ApplicationScoped
public class Gauges {

    private static final Logger LOG = System.getLogger(Gauges.class.getName());
    private static final Duration FRESH = Duration.ofSeconds(3);

    private record Key(String name, Map<String, String> labels) {}

    @Inject
    private MetricRegistry registry;

    @Inject
    @Any
    private Instance<Figures> sources;

    @Inject
    private Clock clock;

    @Inject
    @WallTime
    private Clock wallClock;

    @Inject
    private Question<List<Figure>> question;

    private final Map<Key, Boolean> shown = new HashMap<>();
    private Map<Key, Double> values = Map.of();
    private Instant readAt = Instant.MIN;

    /** Called once the application is up; from then on each look at one of them brings all up to date. */
    public synchronized void show() {
        registry.gauge("anpi_database_answers", this::answers);
        refresh();
    }

    private synchronized double answers() {
        refresh();
        return values.isEmpty() ? 0 : 1;
    }

    private synchronized double value(Key key) {
        refresh();
        return values.isEmpty() ? Double.NaN : values.getOrDefault(key, 0.0);
    }

    private void refresh() {
        Instant now = wallClock.instant();
        if (!readAt.isBefore(now.minus(FRESH))) {
            return;
        }
        readAt = now;
        Map<Key, Double> read = new HashMap<>();
        try {
            question.ask(this::read)
                    .forEach(figure -> read.put(new Key(figure.name(), figure.labels()), figure.value()));
        } catch (Question.Unanswered unanswered) {
            LOG.log(Level.DEBUG, "No figures: {0}", unanswered.getMessage());
        }
        values = read;
        read.keySet().forEach(this::showOnce);
    }

    private List<Figure> read() {
        Instant now = clock.instant();
        return sources.stream().flatMap(source -> source.read(now).stream()).toList();
    }

    private void showOnce(Key key) {
        if (shown.put(key, true) == null) {
            registry.gauge(key.name(), () -> value(key), Counters.tags(key.labels()));
        }
    }
}
