package jp.anpi.benchmarks.idle;

import java.time.Instant;
import java.util.List;
import jp.anpi.benchmarks.workbench.BenchDatabase;

/** Asking each table that holds due work, once, whether anything is: bare SQL on one connection. */
final class IdleFloor {

    /** How it is defined, for the reader of the figures. */
    static final String DEFINITION =
            "One tick: POST /dev/clock/advance by nothing, which asks every kind of work for what is"
                    + " due, does none, and asks when the\n  next will be; HTTP included. The floor: the first due row of each of"
                    + " the five tables that hold due work, as bare SQL.";

    private static final List<String> QUESTIONS = List.of(
            "select 1 from webhook_event where state = 'NEW' and next_attempt_at <= ? limit 1",
            "select 1 from check_in_schedule where next_due_at <= ? limit 1",
            "select 1 from check_in where next_step_at <= ? limit 1",
            "select 1 from incident where next_action_at <= ? limit 1",
            "select 1 from outbox_message where state = 'READY' and next_attempt_at <= ? limit 1");

    private final BenchDatabase database;

    IdleFloor(BenchDatabase database) {
        this.database = database;
    }

    /** Once. */
    void ask(Instant now) {
        QUESTIONS.forEach(question -> database.execute(question, now));
    }
}
