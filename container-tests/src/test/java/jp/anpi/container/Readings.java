package jp.anpi.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** What is read of the tables and their indexes, as PostgreSQL counts it. */
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

    /** Does this in one transaction, at whose end PostgreSQL adds what was read to its figures. */
    @Transactional
    public void counting(Runnable work) {
        work.run();
        jdbi.useHandle(handle -> handle.execute("select pg_stat_force_next_flush()"));
    }

    /**
     * How many pages of the primary keys of a table's partitions were read until now: of those, too, that were passed on
     * the way to what was wanted.
     */
    public long pagesOfKeys(String table) {
        return jdbi.withHandle(handle -> handle.createQuery("select coalesce(sum(s.idx_blks_hit + s.idx_blks_read), 0)"
                        + " from pg_statio_user_indexes s join pg_index i on i.indexrelid = s.indexrelid"
                        + " join pg_inherits h on h.inhrelid = s.relid"
                        + " where i.indisprimary and h.inhparent = cast(:table as regclass)")
                .bind("table", table)
                .mapTo(Long.class)
                .one());
    }

    private Map<String, Long> counted() {
        return jdbi.withHandle(handle -> handle.createQuery("select relname, seq_scan from pg_stat_xact_user_tables")
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
