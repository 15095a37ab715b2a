package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people did while we could not take it in is not their silence (E-8). */
class WebhookOutageTest {

    private static final Duration ANSWER_WINDOW = Duration.ofHours(3);

    private final Town town = Town.shared();
    private final URI endpoint = town.line().webhooks().endpoint().orElseThrow();
    private Person mother;
    private Person daughter;
    private Person silent;
    private Person silentsWatcher;
    private Instant asked;

    @BeforeEach
    void two_were_asked_at_eight() {
        town.advanceToNext(7, 0);
        mother = town.participant("14日毎", 8);
        daughter = mother.watcher();
        silent = town.participant("14日毎", 8);
        silentsWatcher = silent.watcher();
        town.advanceToNext(8, 0);
        asked = town.now();
    }

    @AfterEach
    void everything_works() {
        storing(true);
        town.line().webhookUrl(endpoint);
        town.advanceHours(1);
    }

    @Test
    void e8_tap_that_we_answered_with_an_error_is_not_silence() {
        until(Duration.ofHours(26));
        storing(false);
        assertThat(mother.phone().press("OK").status()).isEqualTo(503);
        town.advanceMinutes(90);
        assertThat(daughter.news()).isEmpty();
        assertThat(silentsWatcher.news()).isEmpty();
        assertThat(openOutages()).containsExactly("WEBHOOK");

        storing(true);
        town.advanceMinutes(10);
        assertThat(openOutages()).isEmpty();
        assertThat(mother.questions()).hasSize(1);
        List<Instant> again = Person.times(silent.questions());
        assertThat(again).hasSize(1);
        mother.press("OK");
        silentsWatcher.hearsFirstAt(again.get(0).plus(ANSWER_WINDOW));
        assertThat(daughter.news()).isEmpty();
    }

    @Test
    void e8_single_lost_tap_counts_although_others_were_heard_a_moment_later() {
        until(Duration.ofHours(26));
        storing(false);
        mother.phone().press("OK");
        storing(true);
        silent.press("OK");
        town.advanceMinutes(70);
        assertThat(daughter.news()).isEmpty();
        assertThat(mother.questions()).hasSize(1);
        assertThat(silent.questions()).as("answered").isEmpty();
    }

    @Test
    void e8_stranger_who_signs_nothing_cannot_keep_an_alert_back() {
        until(Duration.ofHours(27).minusMinutes(10));
        storing(false);
        Post post = new Post(town.address());
        byte[] body = "{\"events\":[{\"type\":\"message\"}]}".getBytes(StandardCharsets.UTF_8);
        assertThat(post.to("/line/webhook", body, null)).isIn(400, 401);
        assertThat(post.to("/line/webhook", body, Post.signature(new byte[1]))).isIn(400, 401);
        storing(true);
        town.advanceMinutes(10);
        assertThat(Person.times(silentsWatcher.news())).containsExactly(asked.plus(Duration.ofHours(27)));
    }

    @Test
    void e8_line_that_cannot_reach_us_says_so_before_anybody_is_alarmed() {
        until(Duration.ofHours(26));
        town.line().webhookUrl(URI.create("http://localhost:1/line/webhook"));
        town.advanceMinutes(90);
        assertThat(silentsWatcher.news()).isEmpty();
        assertThat(openOutages()).containsExactly("WEBHOOK");
        town.line().webhookUrl(endpoint);
        town.advanceMinutes(10);
        List<Instant> again = Person.times(silent.questions());
        assertThat(again).hasSize(1);
        silentsWatcher.hearsFirstAt(again.get(0).plus(ANSWER_WINDOW));
    }

    /** A tap on a phone whose LINE cannot reach us leaves no trace with us. */
    @Test
    void e8_an_outage_that_is_over_before_anybody_was_to_be_told_is_seen_all_the_same() {
        until(Duration.ofHours(25));
        town.line().webhookUrl(URI.create("http://localhost:1/line/webhook"));
        town.advanceMinutes(5);
        mother.phone().press("OK");
        town.advanceMinutes(15);
        town.line().webhookUrl(endpoint);
        town.advanceMinutes(20);
        assertThat(openOutages()).isEmpty();
        List<Instant> again = Person.times(silent.questions());
        assertThat(again).as("asked again, once").hasSize(1);
        assertThat(mother.questions()).hasSize(1);
        mother.press("OK");
        silentsWatcher.hearsFirstAt(again.get(0).plus(ANSWER_WINDOW));
        assertThat(daughter.news()).as("she had pressed it").isEmpty();
    }

    @Test
    void e8_an_outage_is_seen_too_where_line_had_refused_to_ask_again() {
        silent.press("OK");
        until(Duration.ofHours(23));
        lineUserId("gone-", "");
        until(Duration.ofHours(25));
        town.line().webhookUrl(URI.create("http://localhost:1/line/webhook"));
        town.advanceMinutes(5);
        mother.phone().press("OK");
        town.advanceMinutes(15);
        town.line().webhookUrl(endpoint);
        town.advanceMinutes(20);
        lineUserId("", "gone-");
        town.advance(Duration.between(town.now(), asked.plus(Duration.ofHours(27))));
        assertThat(daughter.news()).as("she had pressed it").isEmpty();
        mother.press("OK");
    }

    /** As if LINE did not know her any more, or again. */
    private void lineUserId(String now, String before) {
        String id = mother.phone().userId();
        town.records().spoil("update member set line_user_id = ? where line_user_id = ?", now + id, before + id);
    }

    @Test
    void e8_nobody_who_fell_silent_is_missed_for_ever_where_we_cannot_hear() {
        until(Duration.ofHours(26));
        town.line().webhookUrl(URI.create("http://localhost:1/line/webhook"));
        silentsWatcher.hearsFirstAt(asked.plus(Duration.ofHours(27 + 24)));
        assertThat(reasons(silent)).contains("PUT_OFF_LONG_ENOUGH").doesNotContain("STEP_REACHED");
    }

    @Test
    void e8_outages_that_return_again_and_again_put_an_alert_off_by_a_day_at_most() {
        until(Duration.ofHours(26));
        Instant latest = asked.plus(Duration.ofHours(27 + 24));
        Person other = town.person().follow();
        while (town.now().isBefore(latest.minusSeconds(7200))) {
            storing(false);
            other.phone().type("もしもし");
            storing(true);
            town.advanceMinutes(100);
        }
        assertThat(silentsWatcher.news()).isEmpty();
        assertThat(silent.questions()).hasSizeGreaterThan(3);
        town.advance(Duration.between(town.now(), latest));
        assertThat(silentsWatcher.news()).hasSize(1).allMatch(Person::isAlert);
        assertThat(reasons(silent)).contains("AFTER_OUTAGE");
    }

    private void until(Duration sinceAsked) {
        town.advance(Duration.between(town.now(), asked.plus(sinceAsked)));
        List.of(mother, daughter, silent, silentsWatcher).forEach(Person::readAll);
    }

    private void storing(boolean works) {
        town.records().change("alter table webhook_event drop constraint if exists refuses");
        if (!works) {
            town.records().change("alter table webhook_event add constraint refuses check (state = 'NEVER') not valid");
        }
    }

    private List<String> openOutages() {
        return town.records().column("select kind from outage where ended_at is null");
    }

    private List<String> reasons(Person person) {
        return town.records()
                .column(
                        "select l.reason from check_in_log l join check_in c on c.id = l.check_in_id"
                                + " join member m on m.id = c.subject_id where m.line_user_id = ?",
                        person.phone().userId());
    }
}
