package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import jp.anpi.launcher.Console;
import jp.anpi.launcher.audit.Audit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The watcher is watched from outside (E-21): {@code ./anpi audit} finds what is broken, and pings only when all is well. */
@ExtendWith(CleanLogs.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTest {

    private final Town town = Town.shared("TWICE_DAILY");
    private final PingReceiver elsewhere = new PingReceiver();
    private static final ZoneOffset UTC = ZoneOffset.UTC;
    private String report;

    /** Everything that there can be, none of it wrong. */
    @BeforeAll
    void a_healthy_town() {
        town.advanceToNext(7, 30);
        Person silent = PresetsTest.twiceDaily(town, 8, 20);
        silent.watcher();
        PresetsTest.twiceDaily(town, 8, 20).watcher();
        town.advanceHours(50);
        PresetsTest.twiceDaily(town, 8, 20);
        town.advanceToNext(8, 1);
    }

    @AfterEach
    void the_town_goes_on() {
        town.product().resume();
        town.records().change("drop table if exists as_before");
    }

    @AfterAll
    void nobody_listens() {
        elsewhere.close();
    }

    @Test
    void e21_all_is_well_and_somebody_elsewhere_hears_so() {
        int before = elsewhere.received();
        assertThat(audit()).as(() -> report).isEqualTo(Audit.GOOD);
        assertThat(elsewhere.received()).isEqualTo(before + 1);
        assertThat(report).doesNotContain("secret");
    }

    @Test
    void e21_ping_that_is_not_received_is_no_success() {
        elsewhere.answer(500);
        assertThat(audit()).isEqualTo(Audit.COULD_NOT_CHECK);
        elsewhere.answer(200);
        assertThat(report).contains("ping").doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            heartbeat          | update heartbeat set alive_at = alive_at - interval '61 seconds'
            question(s) more   | update check_in_schedule set next_due_at = now - interval '6 minutes'
            alert step(s) more | update check_in set next_step_at = now - interval '6 minutes' where state in ('SENT', 'REMINDED')
            follow-up          | update incident set next_action_at = now - interval '6 minutes'
            will ever reach    | update check_in_schedule set next_due_at = null
            next step          | update escalation_step set missed_slots = null, delay_minutes = 60 + position
            not on its way     | update check_in set state = 'HELD' where state in ('SENT', 'REMINDED')
            closed or gone     | update check_in set closed_at = now where closed_at is null
            without an open    | update incident set closed_at = now
            nor staff was told | insert into incident (organization_id, subject_kind, cause, urgency, status, opened_at) select 1, 'PARTICIPANT', 'SILENCE', 'HIGH', 'OPEN', now
            neither sent nor   | update alert_notice set state = 'WAITING'
            asked again        | insert into outage (kind, began_at, ended_at) select 'PROCESS', now - interval '1 hour', now - interval '6 minutes'
            more than five minutes late | update outbox_message set state = 'READY', settled_at = null, next_attempt_at = now - interval '6 minutes'
            LINE has not taken for a quarter | update outbox_message set state = 'READY', settled_at = null, next_attempt_at = now + interval '1 minute', created_at = now - interval '16 minutes' where priority = 0
            LINE has not taken for an hour | update outbox_message set state = 'READY', settled_at = null, next_attempt_at = now + interval '1 minute', first_attempt_at = now - interval '61 minutes' where priority > 0
            event(s) of LINE   | update webhook_event set state = 'NEW', received_at = now - interval '6 minutes'
            set aside          | insert into set_aside (work, row_key, organization_id, since, attempts, last_failed_at, error) select 'steps', '1', 1, now, 1, now, 'E'
            """)
    void e21_what_is_broken_is_found_and_nobody_elsewhere_hears_that_all_is_well(String finding, String sql) {
        int before = elsewhere.received();
        Instant now = town.now();
        String table = sql.replaceFirst("(update|insert into) (\\w+).*", "$2");
        // A product that runs would put some of it right at once.
        town.product().freeze();
        town.records().change("create table as_before as table " + table);
        try {
            town.records().change(sql.replaceAll("\\bnow\\b", "timestamptz '" + now + "'"));
            assertThat(auditWhileFrozen(now)).as(() -> report).isEqualTo(Audit.FINDINGS);
            assertThat(report).contains("FINDING").contains(finding);
            assertThat(elsewhere.received()).isEqualTo(before);
        } finally {
            town.records().restore(table, "as_before");
        }
        assertThat(auditWhileFrozen(now)).as(() -> report).isEqualTo(Audit.GOOD);
    }

    @Test
    void e21_product_that_does_not_answer_is_found() {
        assertThat(audit(Map.of("anpi.http.port", "1", "anpi.clock", "system"), Clock.fixed(town.now(), UTC)))
                .isEqualTo(Audit.FINDINGS);
        assertThat(report).contains("/health/ready does not answer");
    }

    @Test
    void e21_database_that_cannot_be_asked_is_no_success() {
        String nobody = "jdbc:postgresql://127.0.0.1:1/anpi";
        assertThat(audit(Map.of("anpi.db.url", nobody), Clock.systemUTC())).isEqualTo(Audit.COULD_NOT_CHECK);
        assertThat(report).contains("UNKNOWN  the database cannot be looked at");
    }

    private int audit() {
        return audit(Map.of(), Clock.systemUTC());
    }

    private int auditWhileFrozen(Instant now) {
        String port = Integer.toString(elsewhere.port());
        return audit(Map.of("anpi.clock", "system", "anpi.http.port", port), Clock.fixed(now, UTC));
    }

    private int audit(Map<String, String> properties, Clock clock) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream paper = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int code = new Audit(new Console(paper, paper), clock)
                .run(town.settings()
                        .with(Map.of("anpi.audit.ping-url", elsewhere.url()))
                        .with(properties));
        report = printed.toString(StandardCharsets.UTF_8);
        return code;
    }
}
