package jp.anpi.messaging.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.anpi.foundation.Figure;
import jp.anpi.foundation.Figures;
import jp.anpi.messaging.Priority;
import org.jdbi.v3.core.Jdbi;

/** What waits to be sent, by priority. */
@ApplicationScoped
public class OutboxFigures implements Figures {

    @Inject
    private Jdbi jdbi;

    @Override
    public List<Figure> read(Instant now) {
        double[] waiting = new double[Priority.values().length];
        double[] age = new double[waiting.length];
        jdbi.useHandle(handle -> handle.createQuery("select priority, count(*) as waiting, min(created_at) as oldest"
                        + " from outbox_message where state = 'READY' group by priority")
                .map((row, context) -> {
                    int priority = row.getInt("priority");
                    waiting[priority] = row.getLong("waiting");
                    Instant oldest =
                            row.getObject("oldest", OffsetDateTime.class).toInstant();
                    age[priority] = Duration.between(oldest, now).toSeconds();
                    return priority;
                })
                .list());
        List<Figure> figures = new ArrayList<>();
        for (Priority priority : Priority.values()) {
            String name = priority.name().toLowerCase(Locale.ROOT);
            figures.add(Figure.of("anpi_outbox_waiting", "priority", name, waiting[priority.ordinal()]));
            figures.add(Figure.of("anpi_outbox_oldest_seconds", "priority", name, age[priority.ordinal()]));
        }
        return figures;
    }
}
