package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.anpi.simulator.chat.ChatEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who blocks the account cannot be asked: told once, stopped, and resumed on the grid (E-14). */
@ExtendWith(CleanLogs.class)
class BlockTest {

    private final Town town = Town.shared();
    private Person mother;
    private Person daughter;
    private Instant asked;

    @BeforeEach
    void asked_in_the_morning() {
        town.advanceToNext(7, 0);
        mother = town.participant("3日毎", 8);
        daughter = mother.watcher().readAll();
        town.advanceToNext(8, 0);
        asked = town.now();
        mother.readAll();
    }

    @Test
    void e14_block_ends_the_question_and_tells_watchers_and_staff_once() {
        town.advanceHours(2);
        mother.done(mother.phone().block());
        assertThat(states()).containsExactly("UNREACHABLE");
        assertThat(daughter.news()).hasSize(1).allMatch(news -> news.text().contains("登録番号"));
        assertThat(town.records()
                        .column(
                                "select i.staff_reason from incident i join member m on m.id = i.subject_id"
                                        + " where m.line_user_id = ? and i.staff_told_at is not null",
                                mother.phone().userId()))
                .containsExactly("UNREACHABLE");
        town.advanceHours(24 * 7);
        assertThat(daughter.news()).isEmpty();
        assertThat(states()).containsExactly("UNREACHABLE");
    }

    @Test
    void e14_who_comes_back_is_asked_on_the_original_grid() {
        mother.press("OK");
        mother.done(mother.phone().block());
        town.advanceHours(24 * 4);
        daughter.readAll();
        mother.done(mother.phone().unblock());
        assertThat(mother.said()).contains("お帰りなさい", "マイページ");
        assertThat(daughter.news()).as("reachable again").hasSize(1);
        mother.readAll();
        town.advanceHours(24 * 2);
        assertThat(Person.times(mother.questions())).containsExactly(asked.plus(Duration.ofDays(6)));
    }

    @Test
    void e14_block_that_is_delivered_after_the_return_is_none() {
        mother.press("OK");
        long blocked = town.now().plusSeconds(60).toEpochMilli();
        town.advanceMinutes(10);
        mother.type("OK");
        assertThat(new Post(town.address())
                        .events("{\"type\":\"unfollow\",\"mode\":\"active\",\"timestamp\":" + blocked
                                + ",\"webhookEventId\":\"late-unfollow-" + blocked
                                + "\",\"deliveryContext\":{\"isRedelivery\":true},\"source\":{\"type\":\"user\","
                                + "\"userId\":\"" + mother.phone().userId() + "\"}}"))
                .isEqualTo(200);
        town.settle();
        assertThat(daughter.news()).isEmpty();
        mother.readAll();
        town.advanceHours(24 * 3);
        assertThat(Person.times(mother.questions())).containsExactly(asked.plus(Duration.ofDays(3)));
    }

    @Test
    void e14_who_writes_again_is_asked_again_although_the_return_was_never_told() {
        mother.press("OK");
        mother.done(mother.phone().block());
        town.advanceHours(24);
        daughter.readAll();
        town.line().webhooks().switches().active(false);
        try {
            mother.done(mother.phone().unblock());
        } finally {
            town.line().webhooks().switches().active(true);
        }
        assertThat(daughter.news()).isEmpty();
        mother.done(mother.phone().sticker());
        assertThat(daughter.news()).as("reachable again").hasSize(1);
        mother.readAll();
        town.advanceHours(24 * 2);
        assertThat(Person.times(mother.questions())).containsExactly(asked.plus(Duration.ofDays(3)));
    }

    @Test
    void e14_what_was_written_before_the_block_and_comes_after_it_is_no_return() {
        mother.press("OK");
        String written = "{\"type\":\"message\",\"mode\":\"active\",\"timestamp\":"
                + town.now().toEpochMilli() + ",\"source\":{\"type\":\"user\",\"userId\":\""
                + mother.phone().userId() + "\"},\"message\":{\"type\":\"sticker\",\"id\":\"1\"}}";
        town.advanceMinutes(1);
        mother.done(mother.phone().block());
        daughter.readAll();
        mother.readAll();
        assertThat(new Post(town.address()).events(written)).isEqualTo(200);
        town.settle();
        town.advanceHours(24 * 4);
        assertThat(daughter.news()).isEmpty();
        assertThat(mother.questions()).isEmpty();
    }

    @Test
    void e14_block_after_an_alert_tells_once_more_and_the_answer_after_the_return_is_no_alarm() {
        town.advanceHours(28);
        daughter.readAll();
        mother.done(mother.phone().block());
        assertThat(states()).containsExactly("UNREACHABLE");
        assertThat(daughter.news()).hasSize(1);
        mother.done(mother.phone().unblock());
        assertThat(daughter.news()).hasSize(1);
        town.advanceToNext(8, 0);
        town.advanceHours(24);
        mother.press("OK");
        town.advanceHours(3);
        assertThat(daughter.news()).isEmpty();
    }

    @Test
    void e14_who_takes_an_alert_after_the_block_has_taken_it_and_the_others_hear_of_it() {
        Person son = mother.watcher();
        town.advanceHours(27);
        ChatEntry alert = daughter.news().get(0);
        mother.done(mother.phone().block());
        daughter.readAll();
        son.readAll();

        daughter.press(alert, "対応します");

        assertThat(daughter.said()).contains("ほかの見守る方にも「対応中」とお伝えします");
        assertThat(son.news()).hasSize(1).allMatch(news -> news.text().contains("対応しています"));
        assertThat(town.records()
                        .column(
                                "select i.taken_at from incident i join member m on m.id = i.subject_id"
                                        + " where m.line_user_id = ?",
                                mother.phone().userId()))
                .hasSize(1)
                .doesNotContainNull();
    }

    private List<String> states() {
        return town.records().checkInStates(mother.phone().userId());
    }
}
