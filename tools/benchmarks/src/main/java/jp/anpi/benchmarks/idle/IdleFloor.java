package jp.anpi.benchmarks.idle;

import java.util.List;
import jp.anpi.benchmarks.workbench.BenchDatabase;

/** Asking each table that holds due work, once, whether anything is: bare SQL on one connection. */
final class IdleFloor {

    /** How it is defined, for the reader of the figures. */
    static final String DEFINITION =
            "One tick: POST /dev/clock/advance by nothing, which keeps the heartbeat, asks every kind of work"
                    + " what is due, and does\n  none; HTTP included. The floor: the first due row of each of the five tables"
                    + " that hold most due work, as bare SQL.";

    private static final List<String> QUESTIONS = List.of(
            "select min(next_attempt_at) from webhook_event where state = 'NEW'",
            "select min(next_due_at) from check_in_schedule where next_due_at is not null",
            "select min(next_step_at) from check_in where next_step_at is not null",
            "select min(next_action_at) from incident where next_action_at is not null",
            "select min(next_attempt_at) from outbox_message where state = 'READY'");

    private final BenchDatabase database;

    IdleFloor(BenchDatabase database) {
        this.database = database;
    }

    /** Once. */
    void ask() {
        QUESTIONS.forEach(database::execute);
    }
}
