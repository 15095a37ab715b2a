package jp.anpi.messaging.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.anpi.foundation.Figure;
import jp.anpi.foundation.Figures;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The month's messages of each organization as last read (E-9); without a limit only what was used. */
@ApplicationScoped
public class QuotaFigures implements Figures {

    @Inject
    private Jdbi jdbi;

    @Override
    public List<Figure> read(Instant now) {
        List<Stream<Figure>> readings =
                jdbi.withHandle(handle -> handle.createQuery("select o.key, q.monthly_limit, q.used"
                                + " from message_quota q join organization o on o.id = q.organization_id"
                                + " where q.used is not null")
                        .map(QuotaFigures::figures)
                        .list());
        return readings.stream().flatMap(figures -> figures).toList();
    }

    private static Stream<Figure> figures(ResultSet row, StatementContext context) throws SQLException {
        String organization = row.getString("key");
        long used = row.getLong("used");
        Figure usage = Figure.of("anpi_quota_used", "organization", organization, used);
        long limit = row.getLong("monthly_limit");
        if (row.wasNull()) {
            return Stream.of(usage);
        }
        return Stream.of(
                usage,
                Figure.of("anpi_quota_limit", "organization", organization, limit),
                Figure.of("anpi_quota_remaining", "organization", organization, Math.max(0, limit - used)));
    }
}
