package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person did within one millisecond is worked in the order in which it was done, whatever the events' ids. */
class WebhookOrderTest {

    private final Town town = Town.shared();
    private final Post post = new Post(town.address());

    @ParameterizedTest
    @CsvSource({"A, Z", "Z, A"})
    void what_one_delivery_holds_is_worked_in_its_order(String first, String second) {
        Person hana = town.participant("14日毎", 8);
        assertThat(post.events(typed(hana, first, "退会"), typed(hana, second, "はい")))
                .isEqualTo(200);
        town.settle();
        assertThat(left(hana)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"A, Z", "Z, A"})
    void deliveries_are_worked_in_the_order_in_which_they_came(String first, String second) {
        Person hana = town.participant("14日毎", 8);
        assertThat(post.events(typed(hana, first, "退会"))).isEqualTo(200);
        assertThat(post.events(typed(hana, second, "はい"))).isEqualTo(200);
        town.settle();
        assertThat(left(hana)).isTrue();
    }

    @Test
    void what_somebody_says_after_leaving_is_answered_as_from_somebody_new() {
        Person hana = town.participant("14日毎", 8).type("退会");
        town.line().webhooks().hold();
        hana.press("はい").type("こんにちは");
        town.line().webhooks().releaseAsBatch();
        town.settle();
        assertThat(left(hana)).isTrue();
        assertThat(hana.said()).contains("退会の手続きが終わりました", "うまく読み取れませんでした", "見守られる方として始める");
        assertThat(town.records()
                        .count(
                                "select count(*) from webhook_event where line_user_id = ?",
                                hana.phone().userId()))
                .as("nothing of it is kept")
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"A, Z", "Z, A"})
    void who_blocked_and_came_back_at_once_is_back(String first, String second) {
        Person hana = town.participant("14日毎", 8);
        assertThat(post.events(event(hana, first, "unfollow", ""), event(hana, second, "follow", "")))
                .isEqualTo(200);
        town.settle();
        assertThat(blocked(hana)).containsExactly((String) null);
    }

    @Test
    void who_came_back_and_blocked_again_at_once_is_gone() {
        Person hana = town.participant("14日毎", 8);
        assertThat(post.events(event(hana, "Z", "follow", ""), event(hana, "A", "unfollow", "")))
                .isEqualTo(200);
        town.settle();
        assertThat(blocked(hana)).doesNotContainNull();
    }

    private boolean left(Person person) {
        return town.records()
                        .count(
                                "select count(*) from member where line_user_id = ?",
                                person.phone().userId())
                == 0;
    }

    private List<String> blocked(Person person) {
        return town.records()
                .column(
                        "select blocked_at from member where line_user_id = ?",
                        person.phone().userId());
    }

    private String typed(Person person, String id, String text) {
        return event(person, id, "message", ",\"message\":{\"type\":\"text\",\"id\":\"1\",\"text\":\"" + text + "\"}");
    }

    private String event(Person person, String id, String type, String more) {
        String user = person.phone().userId();
        return "{\"type\":\"" + type + "\",\"mode\":\"active\",\"timestamp\":"
                + town.now().toEpochMilli() + ",\"webhookEventId\":\"" + id + "-" + user
                + "\",\"source\":{\"type\":\"user\",\"userId\":\"" + user + "\"}" + more + "}";
    }
}
