package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.anpi.foundation.Figure;
import jp.anpi.foundation.Figures;
import org.jdbi.v3.core.Jdbi;

/** Whether the service lives, and when it did not (E-8). */
@ApplicationScoped
public class ServiceFigures implements Figures {

    @Inject
    private Jdbi jdbi;

    @Override
    public List<Figure> read(Instant now) {
        List<Figure> figures = new ArrayList<>();
        jdbi.useHandle(handle -> {
            handle.createQuery("select alive_at from heartbeat where id = 1")
                    .mapTo(Instant.class)
                    .findOne()
                    .map(alive -> Duration.between(alive, now).toSeconds())
                    .ifPresent(age -> figures.add(Figure.of("anpi_heartbeat_age_seconds", age)));
            handle.createQuery("select kind, count(*) as outages,"
                            + " count(*) filter (where recovered_at is null) as unrecovered from outage group by kind")
                    .map((row, context) -> figures.addAll(List.of(
                            Figure.of("anpi_outages", "kind", row.getString("kind"), row.getLong("outages")),
                            Figure.of(
                                    "anpi_outages_unrecovered",
                                    "kind",
                                    row.getString("kind"),
                                    row.getLong("unrecovered")))))
                    .list();
        });
        return figures;
    }
}
