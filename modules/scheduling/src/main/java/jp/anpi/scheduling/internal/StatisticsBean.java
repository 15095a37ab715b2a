package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import jp.anpi.scheduling.CheckInStatistics;
import jp.anpi.scheduling.Transition;
import org.jdbi.v3.core.Jdbi;

/** The figures as one statement over the months of the period. */
@ApplicationScoped
public class StatisticsBean implements CheckInStatistics {

    private static final String FIGURES = """
            with question as (
                select id, state, sent_at from check_in
                where organization_id = :organization and opened_at >= :from and opened_at < :until),
            history as (
                select check_in_id as id,
                       bool_or(from_state = 'REMINDED' and reason = :ok) as after_reminder,
                       bool_or(to_state = 'ALERTED') as alerted,
                       bool_or(reason = :outage) as again
                from check_in_log
                where organization_id = :organization and at >= :from and check_in_id in (select id from question)
                group by check_in_id)
            select count(*) filter (where sent_at is not null) as asked,
                   count(*) filter (where state = 'CONFIRMED' and after_reminder is not true) as in_time,
                   count(*) filter (where state = 'CONFIRMED' and after_reminder) as after_reminder,
                   count(*) filter (where state = 'CONFIRMED_LATE') as after_alert,
                   count(*) filter (where alerted and state in ('ALERTED', 'CLOSED_BY_WATCHER', 'CLOSED_BY_STAFF'))
                       as silent,
                   count(*) filter (where sent_at is null and state in ('HELD', 'SUPERSEDED')) as not_asked,
                   count(*) filter (where state = 'SKIPPED') as skipped,
                   count(*) filter (where state = 'UNREACHABLE') as unreachable,
                   count(*) filter (where again) as again
            from question left join history using (id)""";

    @Inject
    private Jdbi jdbi;

    @Override
    public long waiting(int organizationId) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from check_in"
                        + " where organization_id = :organization and next_step_at is not null"
                        + " and state in ('SENT', 'REMINDED')")
                .bind("organization", organizationId)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public Figures of(int organizationId, Instant from, Instant until) {
        return jdbi.withHandle(handle -> handle.createQuery(FIGURES)
                .bind("organization", organizationId)
                .bind("from", from)
                .bind("until", until)
                .bind("ok", Transition.OK_IN_TIME.name())
                .bind("outage", TouchedCheckIns.REASON)
                .map((row, context) -> figures(row))
                .one());
    }

    private static Figures figures(ResultSet row) throws SQLException {
        return new Figures(
                row.getLong("asked"),
                row.getLong("in_time"),
                row.getLong("after_reminder"),
                row.getLong("after_alert"),
                row.getLong("silent"),
                row.getLong("not_asked"),
                row.getLong("skipped"),
                row.getLong("unreachable"),
                row.getLong("again"));
    }
}
