package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who leaves is erased at once; figures without a person stay, and nobody goes on believing to watch. */
@ExtendWith(CleanLogs.class)
class LeavingTest {

    private final Town town = Town.shared();
    private Person mother;
    private Person daughter;
    private int hour;

    @BeforeEach
    void asked_and_silent() {
        hour = town.advanceToHalfPast();
        mother = town.participant("毎日", hour);
        mother.type("ニックネーム").type("はなこ太郎").press("はい");
        daughter = mother.watcher();
        town.advanceToNext(hour, 0);
        mother.press("OK");
        town.advanceHours(24 + 27);
        mother.readAll();
        daughter.readAll();
    }

    @Test
    void everything_personal_is_erased_at_once_and_the_figures_stay() {
        Records records = town.records();
        String user = mother.phone().userId();
        long member = records.count("select id from member where line_user_id = ?", user);
        long schedule = records.count(
                "select id from check_in_schedule where subject_kind = 'PARTICIPANT' and subject_id = ?", member);
        long checkIns = records.count("select count(*) from check_in");
        long answers = records.count("select count(*) from answer");
        long incidents = records.count("select count(*) from incident");

        mother.type("退会").press("はい");

        assertThat(records.count("select count(*) from member where line_user_id = ? or id = ?", user, member))
                .isZero();
        for (String table : new String[] {"consent", "team_membership", "page_link"}) {
            assertThat(records.count("select count(*) from " + table + " where member_id = ?", member))
                    .as(table)
                    .isZero();
        }
        assertThat(records.count("select count(*) from check_in_schedule where id = ?", schedule))
                .isZero();
        for (String table : new String[] {"check_in", "answer"}) {
            assertThat(records.count("select count(*) from " + table + " where schedule_id = ?", schedule))
                    .as(table)
                    .isZero();
        }
        assertThat(records.count("select count(*) from check_in where subject_id = ?", member))
                .isZero();
        assertThat(records.count("select count(*) from incident where subject_id = ?", member))
                .isZero();
        assertThat(records.count("select count(*) from pause where schedule_id = ?", schedule))
                .isZero();
        assertThat(records.count(
                        "select count(*) from outbox_message where state = 'READY' and ? = any(recipient_ids)", member))
                .isZero();
        for (String table : new String[] {"webhook_event", "conversation", "invitation_guess"}) {
            assertThat(records.count("select count(*) from " + table + " where line_user_id = ?", user))
                    .as(table)
                    .isZero();
        }
        assertThat(records.count("select count(*) from check_in")).isEqualTo(checkIns);
        assertThat(records.count("select count(*) from answer")).isEqualTo(answers);
        assertThat(records.count("select count(*) from incident")).isEqualTo(incidents);
    }

    @Test
    void watchers_are_told_and_hear_nothing_more() {
        mother.type("退会").press("はい");
        assertThat(daughter.news()).hasSize(1).noneMatch(Person::isAlert);
        town.advanceHours(48);
        assertThat(daughter.news()).isEmpty();
        assertThat(mother.news()).isEmpty();
        daughter.press("確認する");
        assertThat(daughter.said()).doesNotContain("はなこ太郎");
    }

    @Test
    void what_becomes_of_an_open_alert_is_said_before_and_is_so() {
        mother.type("退会");
        assertThat(mother.said()).contains("お返事がないことをお知らせしています", "それも終わり", "先に「OK」と送って");
        mother.type("OK");
        assertThat(daughter.news()).as("all clear").hasSize(1);
        mother.type("退会");
        assertThat(mother.said()).contains("ご利用を終えられたことをお知らせします").doesNotContain("お返事がない");
        mother.press("いいえ").press("連絡がほしい");
        assertThat(daughter.news()).hasSize(1).allMatch(Person::isAlert);
        mother.type("退会");
        assertThat(mother.said()).contains("「連絡がほしい」をお知らせしています");
        mother.press("はい");
        assertThat(daughter.news())
                .hasSize(1)
                .allMatch(news -> news.text().contains("ご利用を終えられました"))
                .noneMatch(Person::isAlert);
        town.advanceHours(24);
        assertThat(daughter.news()).isEmpty();
    }

    @Test
    void who_says_no_stays() {
        mother.type("退会").press("いいえ");
        assertThat(daughter.news()).isEmpty();
        town.advanceToNext(hour, 0);
        assertThat(mother.questions()).hasSize(1);
    }

    @Test
    void who_left_can_begin_again_as_somebody_new() {
        mother.type("退会").press("はい").press("見守られる方として始める").press("はい").chooseRhythm("毎日", hour);
        mother.press("OK").readAll();
        assertThat(town.records().checkInStates(mother.phone().userId())).isEmpty();
        daughter.readAll();
        town.advanceToNext(hour, 0);
        assertThat(mother.questions()).hasSize(1);
        town.advanceHours(27);
        assertThat(daughter.news()).as("watches nobody any more").isEmpty();
    }
}
