package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.anpi.simulator.Phone;
import jp.anpi.simulator.chat.ChatEntry;
import jp.anpi.simulator.traffic.LoggedRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What leaves the house: pushes and logs name nobody, and LINE finds every request in order. */
class PushedWordsTest {

    private static final String NICKNAME = "ひみつのサクラ";
    private static final String REASON = "玄関の鍵は植木鉢の下";
    private static final String MUTTERED = "膝が痛くて眠れませんでした";

    private static final Town TOWN = Town.shared();
    private static Person hana;
    private static Person son;

    /** Days in which everything is sent that the product sends by itself. */
    @BeforeAll
    static void much_happens() {
        TOWN.advanceToNext(7, 0);
        hana = TOWN.participant("毎日", 8).type(NICKNAME).press("はい");
        son = hana.watcher().type("むすこ" + NICKNAME).press("はい");
        Person daughter = hana.watcher();
        hana.type(MUTTERED);
        TOWN.advanceToNext(8, 0);
        TOWN.advance(Duration.ofHours(27));
        ChatEntry alert = alert(son);
        son.press(alert, "確認する").press(alert, "対応します").press(alert, "無事を確認しました").type(REASON);
        TOWN.advanceToNext(8, 0);
        hana.press("連絡がほしい");
        daughter.press(alert(daughter), "無事を確認しました").press("電話で話しました");
        son.type("お休み").pickDate(TOWN.localNow().toLocalDate().plusDays(1));
        hana.type("再開する");
        TOWN.advanceToNext(8, 0);
        TOWN.advance(Duration.ofHours(27));
        hana.press("OK");
        hana.done(hana.phone().block()).done(hana.phone().unblock());
        answeredTooLate(hana, MUTTERED);
        answeredTooLate(hana, "ニックネーム");
        answeredTooLate(hana, NICKNAME + "2");
        daughter.type("退会").press("はい");
    }

    private static ChatEntry alert(Person watcher) {
        return watcher.pushed().stream()
                .filter(Person::isAlert)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** The same words with a reply token that LINE does not take any more: the answer is pushed. */
    private static void answeredTooLate(Person person, String words) {
        int before = person.pushed().size();
        assertThat(new Post(TOWN.address())
                        .events("{\"type\":\"message\",\"mode\":\"active\",\"replyToken\":\"" + "f".repeat(32)
                                + "\",\"source\":{\"type\":\"user\",\"userId\":\""
                                + person.phone().userId()
                                + "\"},\"message\":{\"type\":\"text\",\"id\":\"1\",\"text\":\""
                                + words + "\"}}"))
                .isEqualTo(200);
        TOWN.settle();
        assertThat(person.pushed()).as("late answer to " + words).hasSizeGreaterThan(before);
    }

    @Test
    void no_push_holds_a_name_or_anything_typed() {
        Set<String> secrets = new TreeSet<>(Set.of(NICKNAME, REASON, MUTTERED));
        TOWN.line().phones().stream().map(Phone::name).forEach(secrets::add);
        secrets.addAll(TOWN.records().column("select nickname from member where length(nickname) > 2"));

        List<LoggedRequest> pushes = TOWN.line().requests().to("/v2/bot/message/").stream()
                .filter(request -> !request.path().endsWith("/reply"))
                .toList();

        assertThat(pushes).hasSizeGreaterThan(10);
        for (LoggedRequest push : pushes) {
            String read = push.json().path("messages").toString();
            assertThat(secrets).as(read).noneMatch(read::contains);
        }
    }

    @Test
    void whoever_sees_only_the_notification_knows_what_is_asked() {
        ChatEntry question =
                hana.pushed().stream().filter(Person::isQuestion).findFirst().orElseThrow();

        assertThat(question.message().path("altText").asText()).contains("お元気ですか", "OK");
        List<JsonNode> texts = question.message().findParents("text");
        assertThat(texts).hasSizeGreaterThan(3).allMatch(text -> text.path("scaling")
                .asBoolean());
        assertThat(texts).allMatch(text -> text.path("wrap").asBoolean());
        assertThat(question.labels()).containsExactly("OK", "連絡がほしい");
        for (ChatEntry pushed :
                Stream.concat(hana.pushed().stream(), son.pushed().stream()).toList()) {
            boolean inWords = pushed.type().equals("text")
                    || pushed.message().path("altText").asText().length() > 8;
            assertThat(inWords).as(pushed.text()).isTrue();
        }
    }

    @Test
    void line_finds_every_request_in_order() throws IOException {
        Optional<LineDescription> line = LineDescription.found();
        assumeTrue(
                line.isPresent(),
                "LINE's description of its API (github.com/line/line-openapi) is not at -Danpi.line-openapi");
        List<LoggedRequest> sent = TOWN.line().requests().all();

        assertThat(sent.stream().map(LoggedRequest::path).collect(Collectors.toSet()))
                .contains("/v2/bot/message/multicast", "/v2/bot/message/reply", "/v2/bot/richmenu");
        assertThat(sent.stream()
                        .flatMap(
                                request -> line.get().faults(request.method(), request.path(), request.json()).stream())
                        .distinct())
                .isEmpty();
    }

    @Test
    void a_description_that_lacks_something_is_noticed() throws IOException {
        Optional<LineDescription> line = LineDescription.found();
        assumeTrue(line.isPresent(), "LINE's description of its API is not here");
        LoggedRequest good = TOWN.line().requests().to("/v2/bot/message/reply").get(0);
        assertThat(line.get().faults("POST", good.path(), good.json())).isEmpty();

        for (String[] wrong : new String[][] {
            {"\"type\":\"text\"", "\"type\":\"texts\""},
            {"\"text\":", "\"txt\":"},
            {"\"replyToken\"", "\"token\""},
            {"\"type\":\"flex\"", "\"type\":\"flex\",\"extra\":1"},
            {"\"type\":\"bubble\"", "\"type\":\"bauble\""}
        }) {
            String body = TOWN.line().requests().to("/v2/bot/message/reply").stream()
                    .map(LoggedRequest::body)
                    .filter(text -> text.contains(wrong[0]))
                    .findFirst()
                    .orElseThrow();
            JsonNode changed =
                    new com.fasterxml.jackson.databind.ObjectMapper().readTree(body.replace(wrong[0], wrong[1]));
            assertThat(line.get().faults("POST", good.path(), changed))
                    .as(wrong[1])
                    .isNotEmpty();
        }
    }

    @Test
    void the_logs_name_nobody_and_open_nothing() throws IOException {
        Set<String> secrets =
                new TreeSet<>(Set.of(NICKNAME, REASON, MUTTERED, Town.SECRET, "system-test-channel-token"));
        TOWN.line().phones().stream().map(Phone::userId).forEach(secrets::add);
        secrets.addAll(TOWN.records().column("select nickname from member where length(nickname) > 2"));
        try (Stream<Path> files = Files.walk(TOWN.directory())) {
            List<Path> logs = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*(/logs/.*|\\.log(\\.\\d+)?)$"))
                    .toList();
            assertThat(logs).isNotEmpty();
            for (Path log : logs) {
                String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
                assertThat(secrets).as(log.toString()).noneMatch(text::contains);
            }
        }
    }
}
