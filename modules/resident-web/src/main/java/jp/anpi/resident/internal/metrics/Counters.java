package jp.anpi.resident.internal.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Map;
import jp.anpi.foundation.Counted;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts what has happened on this node since its start, once it is committed. */
@ApplicationScoped
public class Counters {

    @Inject
    private MetricRegistry registry;

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) Counted counted) {
        if (counted.count() > 0) {
            registry.counter(counted.name(), tags(counted.labels())).inc(counted.count());
        }
    }

    static Tag[] tags(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> new Tag(label.getKey(), label.getValue()))
                .toArray(Tag[]::new);
    }
}
