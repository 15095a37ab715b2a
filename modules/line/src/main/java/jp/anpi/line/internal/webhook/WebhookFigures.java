package jp.anpi.line.internal.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import jp.anpi.foundation.Figure;
import jp.anpi.foundation.Figures;
import org.jdbi.v3.core.Jdbi;

/** Events that were stored and wait to be worked. */
@ApplicationScoped
public class WebhookFigures implements Figures {

    @Inject
    private Jdbi jdbi;

    @Override
    public List<Figure> read(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) as waiting, min(received_at) as oldest from webhook_event where state = 'NEW'")
                .map((row, context) -> {
                    OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
                    double age = oldest == null
                            ? 0
                            : Duration.between(oldest.toInstant(), now).toSeconds();
                    return List.of(
                            Figure.of("anpi_webhook_events_waiting", row.getLong("waiting")),
                            Figure.of("anpi_webhook_events_oldest_seconds", age));
                })
                .one());
    }
}
