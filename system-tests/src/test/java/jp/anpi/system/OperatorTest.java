package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.anpi.launcher.Console;
import jp.anpi.launcher.Main;
import jp.anpi.launcher.audit.Audit;
import jp.anpi.launcher.audit.LogVerification;
import jp.anpi.simulator.traffic.Fault;
import jp.anpi.simulator.traffic.FaultKind;
import jp.anpi.simulator.traffic.LoggedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an operator does beside a running town. {@code ./anpi audit} finds what is broken, and pings only when all is well
 * (E-21). At last the machine is lost, and the town goes on from its backup on another one: what was under way reaches
 * nobody twice (E-17), and the time since is an outage of ours (E-8).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperatorTest {

    private static final ZoneOffset UTC = ZoneOffset.UTC;

    @TempDir
    private static Path place;

    private final Town town = Town.with(Map.of("anpi.log.format", "json"));
    private final PingReceiver elsewhere = new PingReceiver();
    private String report;

    /** Everything that there can be, none of it wrong. */
    @BeforeAll
    void a_healthy_town() {
        town.advanceToNext(7, 0);
        town.participant("7日毎", 8).watcher();
        town.participant("7日毎", 8);
        town.advanceToNext(8, 0);
        town.advanceHours(27);
        town.participant("毎日", 12);
        town.participant("3日毎", 12).watcher();
        town.advanceToNext(12, 1);
    }

    @AfterEach
    void the_town_goes_on() {
        town.product().resume();
        town.records().change("drop table if exists as_before");
    }

    @AfterAll
    void stop() {
        elsewhere.close();
        town.close();
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
            next step          | update check_in set next_step_at = null where state = 'SENT'
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
            announcement(s) late | insert into announcement (organization_id, state, title, body, audience, written_by, created_at, next_slice_at) select 1, 'SCHEDULED', 't', 'b', 'EVERYONE', 1, now, now - interval '6 minutes'
            no copy is on      | insert into announcement (organization_id, state, title, body, audience, written_by, created_at, begun_at, open_messages) select 1, 'SENDING', 't', 'b', 'EVERYONE', 1, now, now, 1
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

    @Test
    void every_record_of_the_log_is_one_json_object_where_programs_read_it() throws IOException {
        List<String> ours = Files.readAllLines(town.product().logFile()).stream()
                .filter(line -> line.contains("jp.anpi."))
                .toList();
        assertThat(ours).isNotEmpty();
        ObjectMapper json = new ObjectMapper();
        for (String line : ours) {
            assertThat(json.readTree(line).path("Level").asText()).as(line).isNotEmpty();
            assertThat(json.readTree(line).path("LogMessage").asText()).as(line).isNotEmpty();
        }
    }

    /** Last, because the town that it leaves is another one. */
    @Test
    @Order(Integer.MAX_VALUE)
    void e8_town_restored_from_its_backup_asks_nobody_twice_and_alarms_nobody_wrongly() {
        town.advanceToNext(7, 0);
        Person silent = town.participant("7日毎", 8);
        silent.type("ニックネーム").type("はなこ太郎").press("はい");
        Person silentsWatcher = silent.watcher();
        Person answersTooLate = town.participant("7日毎", 8);
        Person answersWatcher = answersTooLate.watcher();
        Person underWay = town.participant("7日毎", 12);
        Person underWaysWatcher = underWay.watcher();
        town.advanceToNext(11, 59);
        for (String path : List.of("/v2/bot/message/push", "/v2/bot/message/multicast")) {
            town.line()
                    .faults()
                    .begin(Fault.of(FaultKind.SERVER_ERROR_AFTER_ACCEPT).onPath(path));
        }
        town.advanceToNext(12, 0);
        town.line().faults().clear();
        everybody(silent, silentsWatcher, answersTooLate, answersWatcher, underWay, underWaysWatcher)
                .forEach(Person::readAll);

        Path backup = place.resolve("anpi.backup");
        assertThat(anpi("backup", backup)).contains("Backed up").contains("personal data");
        Instant madeAt = town.now();
        town.advanceMinutes(1);
        answersTooLate.press("OK");
        town.kill9();

        QuietLogs.of(town.directory()).saysNothingAbout(town);
        town.moveTo(place.resolve("new-machine"));
        assertThat(anpi("restore", backup)).contains("Restored").contains("outage");
        town.startAt(madeAt.plus(Duration.ofHours(22)));
        town.settle();

        assertThat(underWay.questions()).as("LINE had taken it before").isEmpty();
        assertThat(acceptedTwice()).as("retry keys that LINE took twice").isEmpty();
        assertThat(silent.questions()).as("asked again after the outage").hasSize(1);
        assertThat(answersTooLate.questions()).hasSize(1);
        answersTooLate.press("OK");
        town.advance(Duration.ofHours(3).minusSeconds(1));
        assertThat(silentsWatcher.news()).isEmpty();
        town.advance(Duration.ofSeconds(1));
        assertThat(silentsWatcher.news()).hasSize(1).allMatch(Person::isAlert);
        town.advanceHours(3);
        assertThat(answersWatcher.news()).isEmpty();
        assertThat(underWaysWatcher.news()).isEmpty();
        assertThat(audit()).as(() -> report).isEqualTo(Audit.GOOD);
        QuietLogs.of(place.resolve("new-machine")).saysNothingAbout(town);

        Person newcomer = town.participant("7日毎", 8);
        town.advanceToNext(8, 0);
        assertThat(newcomer.questions())
                .as("who comes later finds everything in its place")
                .hasSize(1);
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

    @Test
    void the_audit_log_is_verified_from_outside_and_the_first_broken_entry_is_named() {
        String organization =
                town.records().column("select min(id) from organization").get(0);
        new StaffVisitor(town.address()).signIn("admin", Town.STAFF_PASSWORD);
        assertThat(verifyLog()).as(() -> report).isEqualTo(LogVerification.WHOLE);
        assertThat(report).contains("WHOLE", "organization " + organization);
        String entry = town.records().column("select min(id) from audit_entry").get(0);
        String unseal = "alter table audit_entry disable trigger audit_entry_stays; ";
        String seal = "; alter table audit_entry enable trigger audit_entry_stays";
        town.records().change(unseal + "update audit_entry set note = 'x' where id = " + entry + seal);
        assertThat(verifyLog()).as(() -> report).isEqualTo(LogVerification.BROKEN);
        town.records().change(unseal + "update audit_entry set note = null where id = " + entry + seal);
        assertThat(report).contains("BROKEN", "entry " + entry + " is not as it was written");
        assertThat(verifyLog()).as(() -> report).isEqualTo(LogVerification.WHOLE);
    }

    private int verifyLog() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream paper = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int code = new LogVerification(new Console(paper, paper)).run(town.settings());
        report = printed.toString(StandardCharsets.UTF_8);
        return code;
    }

    private static Stream<Person> everybody(Person... people) {
        return Stream.of(people);
    }

    private List<String> acceptedTwice() {
        List<String> keys = town.line().requests().matching(LoggedRequest::accepted).stream()
                .flatMap(request -> request.retryKey().stream())
                .toList();
        return keys.stream()
                .filter(key -> keys.indexOf(key) != keys.lastIndexOf(key))
                .toList();
    }

    private String anpi(String command, Path file) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream paper = new PrintStream(printed, true, StandardCharsets.UTF_8);
        String[] words = {
            command, file.toString(), "--config", town.configuration().toString()
        };
        int code = Main.run(words, paper, paper);
        String text = printed.toString(StandardCharsets.UTF_8);
        assertThat(code).as(text).isZero();
        return text;
    }
}
