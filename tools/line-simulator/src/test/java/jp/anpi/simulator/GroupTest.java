package jp.anpi.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupTest extends SimulatorTest {

    private static final String OK = """
            {"type":"template","altText":"x","template":{"type":"buttons","text":"x","actions":[
              {"type":"postback","label":"押す","data":"ok"},{"type":"message","label":"OK","text":"OK"}]}}""";

    private Phone sakura;
    private Phone taro;
    private Group family;

    @BeforeEach
    void gather() {
        sakura = simulator.addPhone("さくら");
        taro = simulator.addPhone("たろう");
        family = simulator.createGroup("山田家", sakura, taro);
    }

    @Test
    void the_account_hears_nothing_before_it_is_invited() {
        sakura.in(family).type("まだ秘密");
        assertThat(product.webhooks()).isEmpty();

        family.inviteBot();
        JsonNode join = product.lastEvent();
        assertThat(join.path("type").asText()).isEqualTo("join");
        assertThat(join.path("source").path("groupId").asText()).isEqualTo(family.groupId());
        assertThat(join.path("source").has("userId")).isFalse();
        assertThat(join.has("replyToken")).isTrue();
    }

    @Test
    void coming_and_going_is_told_with_who_it_was() {
        family.inviteBot();
        Phone hanako = simulator.addPhone("はなこ");

        family.add(hanako);
        assertThat(product.lastEvent()
                        .path("joined")
                        .path("members")
                        .path(0)
                        .path("userId")
                        .asText())
                .isEqualTo(hanako.userId());

        family.remove(hanako);
        assertThat(product.lastEvent()
                        .path("left")
                        .path("members")
                        .path(0)
                        .path("userId")
                        .asText())
                .isEqualTo(hanako.userId());
        assertThat(product.lastEvent().has("replyToken")).isFalse();

        family.removeBot();
        assertThat(product.lastEvent().path("type").asText()).isEqualTo("leave");
    }

    @Test
    void a_message_says_who_wrote_and_a_postback_does_not_unless_switched() throws IOException {
        family.inviteBot();
        line.pushMessage(family.groupId(), OK);

        taro.in(family).press("OK");
        assertThat(product.lastEvent().path("source").path("userId").asText()).isEqualTo(taro.userId());

        taro.in(family).press("押す");
        assertThat(product.lastEvent().path("source").has("userId")).isFalse();

        simulator.webhooks().switches().groupPostbackNamesUser(true);
        taro.in(family).press("押す");
        assertThat(product.lastEvent().path("source").path("userId").asText()).isEqualTo(taro.userId());
    }

    @Test
    void a_push_into_a_group_counts_every_member() throws IOException {
        family.inviteBot();
        line.push(family.groupId(), "みなさん");

        assertThat(simulator.quota().usedIn(clock.instant())).isEqualTo(2);
        assertThat(taro.in(family).received()).hasSize(1);
    }

    @Test
    void being_in_a_group_makes_nobody_reachable_alone() throws IOException {
        family.inviteBot();
        taro.in(family).type("こんにちは");

        assertThat(line.push(taro.userId(), "x").status()).isEqualTo(200);
        assertThat(taro.received()).isEmpty();
        assertThat(line.get("/v2/bot/profile/" + taro.userId()).status()).isEqualTo(404);
    }

    @Test
    void summary_count_and_profile_are_open_and_the_list_of_members_is_not() throws IOException {
        family.inviteBot();
        String group = "/v2/bot/group/" + family.groupId();

        assertThat(line.get(group + "/summary").json().path("groupName").asText())
                .isEqualTo("山田家");
        assertThat(line.get(group + "/members/count").json().path("count").asInt())
                .isEqualTo(2);
        assertThat(line.get(group + "/member/" + taro.userId())
                        .json()
                        .path("displayName")
                        .asText())
                .isEqualTo("たろう");
        assertThat(line.get(group + "/members/ids").status()).isEqualTo(403);
        assertThat(line.get("/v2/bot/followers/ids").status()).isEqualTo(403);
    }

    @Test
    void a_group_that_the_account_left_is_not_found_and_not_reached() throws IOException {
        family.inviteBot();
        assertThat(line.post("/v2/bot/group/" + family.groupId() + "/leave", "{}")
                        .status())
                .isEqualTo(200);

        assertThat(line.get("/v2/bot/group/" + family.groupId() + "/summary").status())
                .isEqualTo(404);
        assertThat(line.get("/v2/bot/group/unsinn/summary").status()).isEqualTo(400);
        assertThat(line.push(family.groupId(), "x").message()).isEqualTo("Failed to send messages");
    }

    @Test
    void mentions_are_resolved_in_a_group_and_refused_alone() throws IOException {
        family.inviteBot();
        String mention = """
                {"type":"textV2","text":"{who}さん、お元気ですか","substitution":{"who":{"type":"mention",
                  "mentionee":{"type":"user","userId":"%s"}}}}""".formatted(taro.userId());

        assertThat(line.pushMessage(family.groupId(), mention).status()).isEqualTo(200);
        assertThat(sakura.in(family).received().get(0).text()).isEqualTo("@たろうさん、お元気ですか");
        clock.advance(Duration.ofMinutes(1));
        assertThat(line.pushMessage(taro.userId(), mention).status()).isEqualTo(400);
    }
}
