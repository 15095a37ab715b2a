package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A tick with nothing due costs the same however many people there are (E-19): counted in the rows that PostgreSQL reads
 * for it, whichever kind of work asks for them.
 */
@ExtendWith(CleanLogs.class)
class IdleTickTest {

    private static final int MANY = 5_000;
    private static final int TICKS = 20;

    /** A handful for each of a dozen questions; whoever walks through a table of these reads {@link #MANY}. */
    private static final long ROWS_FOR_A_TICK = 200;

    private final Town town = Town.shared();

    @BeforeEach
    void many_people_of_whom_nothing_is_due() {
        Instant now = town.now();
        Instant later = now.plus(Duration.ofDays(3000));
        fill(
                "check_in_schedule (organization_id, subject_kind, subject_id, interval, hours, anchor_date, next_due_at)",
                "1, 'PARTICIPANT', -n, 'EVERY_DAY', array[8], '2026-01-05', '" + later + "'");
        fill(
                "check_in (id, opened_at, organization_id, schedule_id, subject_kind, subject_id, state, policy_id, due_at,"
                        + " ask_accepted, sent_at, next_step_at)",
                "-n, '" + now + "', 1, -n, 'PARTICIPANT', -n, 'SENT', 1, '" + now + "', true, '" + now + "', '" + later
                        + "'");
        fill(
                "incident (id, organization_id, check_in_id, subject_kind, subject_id, cause, urgency, status, opened_at,"
                        + " next_action_at)",
                "-n, 1, -n, 'PARTICIPANT', -n, 'SILENCE', 'HIGH', 'OPEN', '" + now + "', '" + later + "'");
        fill(
                "outbox_message (id, organization_id, priority, kind, content, recipient_ids, reference_ids, state,"
                        + " next_attempt_at, created_at, settled_at)",
                "gen_random_uuid(), 1, 0, 'IDLE', '{}', array[-n], array[-n], 'ACCEPTED', '" + now + "', '" + now
                        + "', '" + now + "'");
        fill(
                "webhook_event (organization_id, id, occurred_at, received_at, arrived_at, state, next_attempt_at,"
                        + " worked_at)",
                "1, 'IDLE' || n, '" + now + "', '" + now + "', '" + now + "', 'WORKED', '" + now + "', '" + now + "'");
        fill(
                "conversation (organization_id, line_user_id, friend, updated_at, heard_at)",
                "1, 'IDLE' || n, true, '" + now + "', '" + now + "'");
        town.settle();
    }

    private void fill(String table, String values) {
        town.records()
                .change("insert into " + table + " overriding system value select " + values
                        + " from generate_series(1, " + MANY + ") n");
    }

    @AfterEach
    void they_are_gone() {
        for (String rows : List.of(
                "conversation where line_user_id like 'IDLE%'",
                "webhook_event where id like 'IDLE%'",
                "outbox_message where kind = 'IDLE'",
                "incident where id < 0",
                "check_in where id < 0",
                "check_in_schedule where subject_id < 0")) {
            town.records().change("delete from " + rows);
        }
    }

    @Test
    void e19_tick_with_nothing_due_reads_a_handful_of_rows_however_many_there_are() {
        Map<String, Long> before = rowsRead();
        long asked = scans();
        // Each connection reports what it has read a little later, with a transaction that follows.
        while (scans() - asked < TICKS) {
            town.settle();
        }
        long ticks = scans() - asked;
        Map<String, Long> after = rowsRead();
        after.forEach((table, read) -> assertThat(read - before.getOrDefault(table, 0L))
                .as("rows of %s read in %d ticks", table, ticks)
                .isLessThan(ROWS_FOR_A_TICK * ticks));
    }

    /** Each tick looks into this table's index at least once. */
    private long scans() {
        return town.records().count("select idx_scan from pg_stat_user_tables where relname = 'check_in_schedule'");
    }

    /** By table, rows and entries of indexes that were read until now. */
    private Map<String, Long> rowsRead() {
        Map<String, Long> read = new TreeMap<>();
        for (String line : town.records()
                .column("select t.relname || '=' || t.seq_tup_read + coalesce(sum(i.idx_tup_read), 0)"
                        + " from pg_stat_user_tables t left join pg_stat_user_indexes i on i.relid = t.relid"
                        + " group by t.relname, t.seq_tup_read")) {
            read.put(line.split("=")[0], Long.valueOf(line.split("=")[1]));
        }
        return read;
    }
}
