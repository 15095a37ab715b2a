package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same engine with other steps: twice a day, and one hour for everybody. */
@ExtendWith(CleanLogs.class)
class PresetsTest {

    @AfterAll
    static void end() {
        Town.end("TWICE_DAILY");
        Town.end("DAILY_REPORT");
    }

    @Test
    void twice_daily_next_slot_reminds_and_two_misses_in_a_row_alert() {
        Town town = Town.shared("TWICE_DAILY");
        town.advanceToNext(7, 0);
        Person mother = twiceDaily(town, 8, 20);
        Person daughter = mother.watcher().readAll();
        town.advanceToNext(8, 0);
        Instant asked = town.now();
        assertThat(Person.times(mother.questions())).containsExactly(asked);
        town.advanceHours(12);
        assertThat(Person.times(mother.questions())).containsExactly(asked.plus(Duration.ofHours(12)));
        town.advance(Duration.ofHours(12).minusSeconds(1));
        assertThat(daughter.news()).as("one slot missed").isEmpty();
        town.advance(Duration.ofSeconds(1));
        assertThat(Person.times(daughter.news())).containsExactly(asked.plus(Duration.ofHours(24)));
        assertThat(town.records().checkInStates(mother.phone().userId())).containsExactly("ALERTED");

        mother.press("OK");
        assertThat(daughter.news()).hasSize(1).noneMatch(Person::isAlert);
    }

    @Test
    void twice_daily_ok_after_the_first_miss_begins_the_count_anew() {
        Town town = Town.shared("TWICE_DAILY");
        town.advanceToNext(7, 0);
        Person mother = twiceDaily(town, 8, 20);
        Person daughter = mother.watcher().readAll();
        for (int day = 0; day < 3; day++) {
            town.advanceToNext(20, 0);
            mother.press("OK");
        }
        town.advanceToNext(7, 59);
        assertThat(daughter.news()).isEmpty();
        assertThat(mother.questions()).as("8:00 and 20:00 on three days").hasSize(6);
        assertThat(town.records().checkInStates(mother.phone().userId()))
                .containsExactly("CONFIRMED", "CONFIRMED", "CONFIRMED");
    }

    @Test
    void e8_twice_daily_an_outage_in_the_last_slot_is_seen_before_anybody_is_told() {
        Town town = Town.shared("TWICE_DAILY");
        town.advanceToNext(7, 0);
        Person mother = twiceDaily(town, 8, 20);
        Person daughter = mother.watcher().readAll();
        town.advanceToNext(20, 0);
        town.advanceHours(1);
        tapIsLost(town, mother);
        town.advanceToNext(8, 0);
        assertThat(daughter.news()).isEmpty();
        mother.press("OK");
    }

    /** LINE does not reach us for twenty minutes, in which she answers. */
    private static void tapIsLost(Town town, Person mother) {
        URI endpoint = town.line().webhooks().endpoint().orElseThrow();
        town.line().webhookUrl(URI.create("http://localhost:1/line/webhook"));
        town.advanceMinutes(5);
        mother.phone().press("OK");
        town.advanceMinutes(15);
        town.line().webhookUrl(endpoint);
        town.advanceMinutes(20);
    }

    @Test
    void e20_twice_daily_silence_of_somebody_whom_line_refuses_later_is_not_missed() {
        Town town = Town.shared("TWICE_DAILY");
        town.advanceToNext(7, 0);
        Person mother = twiceDaily(town, 8, 20);
        Person daughter = mother.watcher().readAll();
        town.advanceToNext(8, 0);
        Instant asked = town.now();
        assertThat(mother.questions()).hasSize(1);
        town.records()
                .column(
                        "update member set line_user_id = ? where line_user_id = ? returning id",
                        "gone-" + mother.phone().userId(),
                        mother.phone().userId());
        town.advanceHours(24);
        assertThat(Person.times(daughter.news())).containsExactly(asked.plus(Duration.ofHours(24)));
    }

    @Test
    void e9_twice_daily_silence_is_not_missed_where_the_messages_of_the_month_are_used_up() {
        Town town = Town.shared("TWICE_DAILY");
        town.advanceToNext(7, 0);
        Person mother = twiceDaily(town, 8, 20);
        town.advanceToNext(8, 0);
        assertThat(mother.questions()).hasSize(1);
        town.line().quota().limitTo(0);
        town.advanceHours(24);
        assertThat(town.records().checkInStates(mother.phone().userId())).containsExactly("ALERTED");
        town.line().quota().unlimited();
        town.advanceHours(1);
    }

    @Test
    void daily_report_asks_everybody_at_eight_and_alerts_after_three_days() {
        Town town = Town.shared("DAILY_REPORT");
        town.advanceToNext(7, 0);
        Person mother = dailyReport(town);
        Person daughter = mother.watcher().readAll();
        town.advanceToNext(8, 0);
        Instant asked = town.now();
        town.advance(Duration.ofHours(72).minusSeconds(1));
        assertThat(Person.times(mother.questions()))
                .containsExactly(asked, asked.plus(Duration.ofHours(24)), asked.plus(Duration.ofHours(48)));
        assertThat(daughter.news()).isEmpty();
        town.advance(Duration.ofSeconds(1));
        assertThat(Person.times(daughter.news())).containsExactly(asked.plus(Duration.ofHours(72)));
        assertThat(town.records().checkInStates(mother.phone().userId())).containsExactly("ALERTED");
    }

    /** Nobody is asked again here by a step; the answer window is as long as the office sets it. */
    @Test
    void e8_daily_report_an_outage_in_the_answer_window_is_seen_before_anybody_is_told() {
        Town town = Town.shared("DAILY_REPORT");
        town.advanceToNext(7, 0);
        Person mother = dailyReport(town);
        Person daughter = mother.watcher().readAll();
        answerWindow(town, Duration.ofHours(20));
        town.advanceToNext(8, 0);
        town.advanceHours(56);
        mother.readAll();
        tapIsLost(town, mother);
        assertThat(mother.questions()).as("asked again, once").hasSize(1);
        town.advanceHours(17);
        assertThat(daughter.news()).isEmpty();
        mother.press("OK");
        answerWindow(town, Duration.ofHours(3));
    }

    private static void answerWindow(Town town, Duration length) {
        town.records().change("update escalation_policy set answer_window_minutes = " + length.toMinutes());
    }

    @Test
    void daily_report_ok_on_the_third_day_alarms_nobody() {
        Town town = Town.shared("DAILY_REPORT");
        town.advanceToNext(7, 0);
        Person mother = dailyReport(town);
        Person daughter = mother.watcher().readAll();
        town.advanceToNext(8, 0);
        long tries = triesOfTheWebhook(town);
        town.advanceHours(68);
        assertThat(triesOfTheWebhook(town)).as("nobody's answer is awaited yet").isEqualTo(tries);
        town.advanceHours(3);
        assertThat(triesOfTheWebhook(town) - tries).as("every ten minutes").isBetween(9L, 15L);
        mother.press("OK");
        town.advanceHours(71);
        assertThat(daughter.news()).isEmpty();
    }

    private static long triesOfTheWebhook(Town town) {
        return town.line()
                .requests()
                .matching(request -> request.path().endsWith("/webhook/test"))
                .size();
    }

    private static Person dailyReport(Town town) {
        Person person = town.person().follow().press("見守られる方として始める").press("はい");
        if (person.offers("毎日")) {
            person.press("毎日");
        }
        if (person.offers("はい")) {
            person.press("はい");
        }
        return person.offers("OK") ? person.press("OK") : person;
    }

    private static Person twiceDaily(Town town, int first, int second) {
        Person person = town.person().follow().press("見守られる方として始める").press("はい");
        if (person.offers("毎日")) {
            person.press("毎日");
        }
        return person.pickTime(first).pickTime(second).press("はい").press("OK");
    }
}
