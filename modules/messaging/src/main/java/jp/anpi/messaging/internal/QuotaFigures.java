package jp.anpi.messaging.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.anpi.foundation.Figure;
import jp.anpi.foundation.Figures;
import jp.anpi.messaging.QuotaStatus;
import jp.anpi.messaging.Quotas;
import org.jdbi.v3.core.Jdbi;

/** The month's messages of each organization (E-9); without a limit only what was used. */
@ApplicationScoped
public class QuotaFigures implements Figures {

    @Inject
    private Jdbi jdbi;

    @Inject
    private Quotas quotas;

    @Override
    public List<Figure> read(Instant now) {
        Map<Integer, String> keys = keys();
        List<Figure> figures = new ArrayList<>();
        for (QuotaStatus status : quotas.all()) {
            String key = keys.get(status.organizationId());
            status.used().ifPresent(used -> figures.add(figure("used", key, used)));
            status.limit().ifPresent(limit -> {
                figures.add(figure("limit", key, limit));
                figures.add(figure("reserve", key, status.reserve()));
            });
            status.remaining().ifPresent(remaining -> figures.add(figure("remaining", key, remaining)));
            for (QuotaStatus.Held held : status.held()) {
                Map<String, String> labels = Map.of(
                        "organization", key, "priority", held.priority().name().toLowerCase(Locale.ROOT));
                figures.add(new Figure("anpi_quota_held", labels, held.recipients()));
            }
        }
        return figures;
    }

    private static Figure figure(String what, String organization, long messages) {
        return Figure.of("anpi_quota_" + what, "organization", organization, messages);
    }

    private Map<Integer, String> keys() {
        Map<Integer, String> keys = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select id, key from organization")
                .map((row, context) -> keys.put(row.getInt("id"), row.getString("key")))
                .list());
        return keys;
    }
}
