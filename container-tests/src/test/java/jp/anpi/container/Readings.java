package jp.anpi.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Which tables are read from their beginning to their end, as PostgreSQL counts it. */
@ApplicationScoped
public class Readings {

    @Inject
    private Jdbi jdbi;

    /**
     * How often each table was read whole by this work, where PostgreSQL shuns that: with a few rows it would rather read
     * a table than its index. What it still reads whole has no index that leads to what is wanted.
     */
    @Transactional
    public Map<String, Long> whole(Runnable work) {
        jdbi.useHandle(handle -> handle.execute("set local enable_seqscan = off"));
        Map<String, Long> before = counted();
        work.run();
        Map<String, Long> after = new HashMap<>(counted());
        after.replaceAll((table, scans) -> scans - before.getOrDefault(table, 0L));
        after.values().removeIf(scans -> scans == 0);
        return after;
    }

    private Map<String, Long> counted() {
        return jdbi.withHandle(handle -> handle.createQuery("select relname, seq_scan from pg_stat_xact_user_tables")
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
