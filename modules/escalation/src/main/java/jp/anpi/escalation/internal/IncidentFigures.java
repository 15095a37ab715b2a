package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.anpi.foundation.Figure;
import jp.anpi.foundation.Figures;
import org.jdbi.v3.core.Jdbi;

/** Incidents that are open, and those among them about which nobody could be told (E-13). */
@ApplicationScoped
public class IncidentFigures implements Figures {

    private record Open(String organization, long all, long nobodyToTell) {}

    @Inject
    private Jdbi jdbi;

    @Override
    public List<Figure> read(Instant now) {
        return jdbi
                .withHandle(handle -> handle.createQuery("select o.key, count(i.id) as open,"
                                + " count(i.id) filter (where i.nobody_to_tell) as nobody from organization o"
                                + " left join incident i on i.organization_id = o.id and i.closed_at is null"
                                + " group by o.key")
                        .map((row, context) ->
                                new Open(row.getString("key"), row.getLong("open"), row.getLong("nobody")))
                        .list())
                .stream()
                .flatMap(open -> Stream.of(
                        Figure.of("anpi_incidents_open", "organization", open.organization(), open.all()),
                        Figure.of(
                                "anpi_incidents_nobody_to_tell",
                                "organization",
                                open.organization(),
                                open.nobodyToTell())))
                .toList();
    }
}
