package jp.anpi.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The next messages are found by an index, however many others wait (E-9, E-19). */
class OutboxPlanTest {

    private static final int PRIORITIES = 4;
    private static final String CLAIM = "select " + OutboxTable.COLUMNS + OutboxTable.NEXT + " for update skip locked";

    private final OutboxDatabase database = new OutboxDatabase();

    @Test
    void e9_a_flood_is_not_read_to_find_what_is_more_urgent() {
        database.fill(100_000, 3, -60);
        everyPriorityByIndex("before PostgreSQL has looked at it");
        database.analyze();
        everyPriorityByIndex("while the higher priorities are empty");
        database.fill(5_000, 0, 600);
        database.fill(5_000, 2, 600);
        database.analyze();
        everyPriorityByIndex("while thousands wait for later");
        database.jdbi.useHandle(
                handle -> handle.execute("update outbox_message set state = 'HELD' where priority = 3"));
        database.jdbi.useHandle(handle -> handle.execute("vacuum analyze outbox_message"));
        everyPriorityByIndex("while the flood is held");
    }

    private void everyPriorityByIndex(String moment) {
        for (int priority = 0; priority < PRIORITIES; priority++) {
            assertThat(database.plan(CLAIM, priority))
                    .as(moment)
                    .contains("Index Scan using outbox_message_ready on outbox_message")
                    .doesNotContain("Seq Scan", "Sort", "Bitmap", "Rows Removed by Filter");
        }
        assertThat(database.plan(OutboxTable.FIRST_DUE))
                .as(moment)
                .contains("using outbox_message_ready on outbox_message")
                .doesNotContain("Seq Scan", "Bitmap", "Rows Removed by Filter");
    }
}
