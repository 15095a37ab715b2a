package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import jp.anpi.simulator.traffic.Fault;
import jp.anpi.simulator.traffic.FaultKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A row that fails is set aside; everybody else's questions and alerts go on (E-20). */
class PoisonTest {

    private static final String TO_SPOILT = "kind = 'QUESTION' and state in ('HELD', 'READY')"
            + " and (select id from member where line_user_id = ?) = any(recipient_ids)";

    private static final String REMINDER_TO_SPOILT = "kind = 'REMINDER' and state = 'READY'"
            + " and recipient_ids = (select array_agg(id) from member where line_user_id = ?)";

    private final Town town = Town.shared();
    private Person spoilt;
    private Person other;
    private Person watcher;
    private Person othersWatcher;
    private int hour;

    @BeforeEach
    void two_people_of_one_hour() {
        hour = town.advanceToHalfPast();
        spoilt = town.participant("7日毎", hour);
        watcher = spoilt.watcher();
        other = town.participant("7日毎", hour);
        othersWatcher = other.watcher();
    }

    @Test
    void e20_schedule_that_cannot_be_read_stops_nobody_elses_question() {
        schedule("interval = 'NONSENSE'");
        town.advanceToNext(hour, 0);
        assertThat(other.questions()).hasSize(1);
        assertThat(spoilt.questions()).isEmpty();
        assertThat(setAside()).containsExactly("questions, attempts 1");
        assertThat(errors()).singleElement().asString().contains("IllegalArgumentException", " at ");

        town.advanceToNext(hour, 15);
        assertThat(setAside()).containsExactly("questions, attempts 2");
        schedule("interval = 'EVERY_7_DAYS'");
        town.advanceToNext(hour, 30);
        assertThat(spoilt.questions()).as("tried again later").hasSize(1);
        assertThat(setAside()).isEmpty();
    }

    @Test
    void e20_silence_of_somebody_whose_schedule_cannot_be_read_is_not_missed() {
        spoilt = town.participant("毎日", hour);
        watcher = spoilt.watcher().readAll();
        town.advanceToNext(hour, 0);
        schedule("interval = 'NONSENSE'");
        town.advanceHours(29);
        assertThat(spoilt.questions())
                .as("the question, and a reminder without the repeat")
                .hasSize(2);
        assertThat(watcher.news()).hasSize(1).allMatch(Person::isAlert);
        schedule("interval = 'EVERY_DAY'");
    }

    @Test
    void e20_check_in_that_cannot_be_worked_stops_nobody_elses_alert() {
        town.advanceToNext(hour, 0);
        town.advanceHours(26);
        other.readAll();
        checkIn("state = 'NONSENSE'");
        town.advanceHours(1);
        assertThat(othersWatcher.news()).hasSize(1).allMatch(Person::isAlert);
        assertThat(watcher.news()).isEmpty();
        assertThat(setAside()).containsExactly("steps, attempts 1");

        checkIn("state = 'REMINDED'");
        town.advanceToNext(town.localNow().getHour(), 15);
        assertThat(watcher.news()).as("tried again later").hasSize(1).allMatch(Person::isAlert);
        assertThat(setAside()).isEmpty();
    }

    @Test
    void e20_message_that_cannot_be_read_stops_no_other() {
        town.advanceToNext(hour, 0);
        town.advanceHours(26);
        other.press("OK");
        for (String path : List.of("/v2/bot/message/push", "/v2/bot/message/multicast")) {
            town.line().faults().begin(Fault.of(FaultKind.SERVICE_UNAVAILABLE).onPath(path));
        }
        town.advanceHours(1);
        message("content = '[]'");
        other.type("連絡がほしい");
        town.line().faults().clear();
        town.advance(Duration.ofMinutes(15));
        assertThat(othersWatcher.news()).hasSize(1).allMatch(Person::isAlert);
        assertThat(setAside()).containsExactly("outbox, attempts 1");
        assertThat(town.records()
                        .count(
                                "select count(*) from alert_notice n join member m on m.id = n.recipient_id"
                                        + " where m.line_user_id = ? and n.elsewhere_at is not null",
                                watcher.phone().userId()))
                .as("it is told another way, and so are others'")
                .isZero();

        message("content = '{\"hours\": \"27\"}'");
        town.advance(Duration.ofMinutes(15));
        assertThat(watcher.news()).as("tried again later").hasSize(1).allMatch(Person::isAlert);
        assertThat(setAside()).isEmpty();
    }

    @Test
    void e20_silence_of_somebody_whose_reminder_cannot_be_read_is_not_missed() {
        town.advanceToNext(hour, 0);
        other.press("OK");
        town.advance(Duration.ofHours(24).minusSeconds(1));
        for (String path : List.of("/v2/bot/message/push", "/v2/bot/message/multicast")) {
            town.line()
                    .faults()
                    .begin(Fault.of(FaultKind.SERVICE_UNAVAILABLE).onPath(path).forNext(1));
        }
        town.advance(Duration.ofSeconds(1));
        String content = reminder().get(0);
        reminder("content = '[]'");
        town.line().faults().clear();
        town.advanceMinutes(1);
        assertThat(setAside()).containsExactly("outbox, attempts 1");
        town.advance(Duration.ofHours(3));
        assertThat(watcher.news()).hasSize(1).allMatch(Person::isAlert);

        spoilt.press("OK");
        reminder("content = '" + content + "'");
        town.advance(Duration.ofMinutes(15));
        assertThat(setAside()).isEmpty();
    }

    @Test
    void e20_words_that_line_refuses_cost_one_request_for_all_and_are_given_up_in_the_end() {
        town.records()
                .column(
                        "insert into outbox_message (id, organization_id, priority, kind, content, recipient_ids,"
                                + " reference_ids, next_attempt_at, created_at) select gen_random_uuid(),"
                                + " min(organization_id), 2, 'REPLY', cast(? as jsonb), array_agg(id), array_agg(0),"
                                + " cast(? as timestamptz), cast(? as timestamptz) from member"
                                + " where line_user_id in (?, ?) returning id",
                        "{\"json\": \"[{\\\"type\\\":\\\"text\\\",\\\"text\\\":\\\"\\\"}]\"}",
                        town.now().toString(),
                        town.now().toString(),
                        spoilt.phone().userId(),
                        other.phone().userId());
        town.settle();
        assertThat(setAside()).containsExactly("outbox, attempts 1");
        assertThat(wordless("READY")).as("for both of them").isOne();

        town.advanceHours(23);
        assertThat(wordless("READY")).as("given up").isZero();
        assertThat(wordless("SET_ASIDE")).isOne();
        assertThat(town.records().column("select next_attempt_at from set_aside"))
                .as("until somebody has looked")
                .containsExactly((String) null);
        town.records().change("delete from set_aside");
    }

    private long wordless(String state) {
        return town.records().count("select count(*) from outbox_message where kind = 'REPLY' and state = ?", state);
    }

    @Test
    void e20_held_message_that_cannot_be_read_holds_no_other_back() {
        Person later = town.participant("7日毎", hour + 1).readAll();
        town.line().quota().limitTo(0);
        town.advanceToNext(hour + 1, 0);
        assertThat(town.records().checkInStates(later.phone().userId())).containsExactly("HELD");
        String content = heldQuestion().get(0);
        held("content = '[]'");

        town.line().quota().unlimited();
        town.advanceMinutes(15);
        assertThat(later.questions()).hasSize(1);
        assertThat(setAside()).containsExactly("outbox, attempts 1");

        held("content = '" + content + "'");
        town.advance(Duration.ofMinutes(15));
        assertThat(spoilt.questions()).as("tried again later").hasSize(1);
        assertThat(setAside()).isEmpty();
    }

    @Test
    void e8_answer_that_could_not_be_worked_yet_is_waited_for_before_anybody_is_alarmed() {
        town.advanceToNext(hour, 0);
        town.advance(Duration.ofHours(27).minusSeconds(5));
        town.records().change("alter table answer add constraint refuses check (schedule_id <> " + schedule() + ")");
        spoilt.phone().press("OK");
        town.settle();
        town.advance(Duration.ofSeconds(10));
        assertThat(othersWatcher.news()).hasSize(1).allMatch(Person::isAlert);
        assertThat(watcher.news()).isEmpty();
        assertThat(setAside()).containsExactly("webhook, attempts 2");
        assertThat(errors())
                .singleElement()
                .asString()
                .contains("PSQLException 23514")
                .doesNotContain("Failing row");

        town.records().change("alter table answer drop constraint refuses");
        town.advance(Duration.ofMinutes(1));
        assertThat(setAside()).isEmpty();
        assertThat(town.records().checkInStates(spoilt.phone().userId())).containsExactly("CONFIRMED");
        assertThat(watcher.news()).isEmpty();
    }

    @Test
    void e20_answer_that_cannot_be_kept_stops_nobody_elses() {
        town.advanceToNext(hour, 0);
        town.records().change("alter table answer add constraint refuses check (schedule_id <> " + schedule() + ")");
        town.line().webhooks().hold();
        spoilt.press("OK");
        other.press("OK");
        town.line().webhooks().releaseAsBatch();
        town.settle();
        assertThat(town.records().checkInStates(other.phone().userId())).containsExactly("CONFIRMED");
        assertThat(other.said()).contains("受け取りました");
        assertThat(setAside()).containsExactly("webhook, attempts 1");

        town.records().change("alter table answer drop constraint refuses");
        town.advance(Duration.ofSeconds(10));
        assertThat(town.records().checkInStates(spoilt.phone().userId())).containsExactly("CONFIRMED");
        assertThat(setAside()).isEmpty();
    }

    private String schedule() {
        return town.records()
                .column(
                        "select s.id from check_in_schedule s join member m on m.id = s.subject_id"
                                + " where m.line_user_id = ?",
                        spoilt.phone().userId())
                .get(0);
    }

    /** What staff and metrics are shown. */
    private List<String> setAside() {
        return town.records().column("select work || ', attempts ' || attempts from set_aside");
    }

    private List<String> errors() {
        return town.records().column("select error from set_aside");
    }

    /** The alert to the spoilt one's watcher. */
    private void message(String change) {
        town.records()
                .spoil(
                        "update outbox_message set " + change + " where kind = 'ALERT' and recipient_ids ="
                                + " (select array_agg(id) from member where line_user_id = ?)",
                        watcher.phone().userId());
    }

    private void reminder(String change) {
        town.records()
                .spoil(
                        "update outbox_message set " + change + " where " + REMINDER_TO_SPOILT,
                        spoilt.phone().userId());
    }

    private List<String> reminder() {
        return town.records()
                .column(
                        "select content from outbox_message where " + REMINDER_TO_SPOILT,
                        spoilt.phone().userId());
    }

    /** The question that goes to the spoilt one. */
    private void held(String change) {
        town.records()
                .spoil(
                        "update outbox_message set " + change + " where " + TO_SPOILT,
                        spoilt.phone().userId());
    }

    private List<String> heldQuestion() {
        return town.records()
                .column(
                        "select content from outbox_message where " + TO_SPOILT,
                        spoilt.phone().userId());
    }

    private void schedule(String change) {
        town.records()
                .spoil(
                        "update check_in_schedule set " + change
                                + " where subject_id = (select id from member where line_user_id = ?)",
                        spoilt.phone().userId());
    }

    private void checkIn(String change) {
        town.records()
                .spoil(
                        "update check_in set " + change
                                + " where subject_id = (select id from member where line_user_id = ?)",
                        spoilt.phone().userId());
    }
}
