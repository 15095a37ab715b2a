package jp.anpi.line.internal.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.anpi.line.internal.render.MessageJson;
import jp.anpi.membership.Invitations.Standing;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InvitationTest {

    private final Town town = new Town();
    private final Phone hana = town.participant("Uhana");
    private final Phone taro = town.phone("Utaro");

    /** What the link puts into the invitee's chat. */
    private static String textOfLink(Phone inviter) {
        var link = Pattern.compile("https://line\\.me/R/oaMessage/%40midori/\\?(\\S+)")
                .matcher(inviter.said());
        assertThat(link.find()).isTrue();
        return URLDecoder.decode(link.group(1), StandardCharsets.UTF_8);
    }

    @Test
    void a_participant_invites_a_watcher_who_joins_at_once() {
        String text = textOfLink(hana.press("招待する"));

        taro.type(text);
        assertThat(taro.offered()).containsExactly("参加する", "やめる");
        taro.press("参加する").press("はい");

        assertThat(taro.member().watcher()).isTrue();
        assertThat(town.membership.watchersOf(1, hana.member().id())).containsExactly(taro.member());
        assertThat(taro.said()).contains("登録番号 1001-7 の方を見守ります", "友だち追加をしてください");
        assertThat(taro.offered()).contains("招待する", "友だち追加");
    }

    @Test
    void a_friend_is_not_asked_to_become_one() {
        String text = textOfLink(hana.press("招待する"));

        taro.adds().type(text).press("参加する").press("はい");

        assertThat(taro.offered()).doesNotContain("友だち追加");
    }

    @Test
    void a_watcher_is_asked_whom_and_invites_a_participant_who_goes_the_whole_way() {
        Phone jiro = town.watcher("Ujiro");
        jiro.press("招待する");
        assertThat(jiro.offered()).containsExactly("見守られる方を招待", "見守る方を招待");
        String text = textOfLink(jiro.press("見守られる方を招待"));

        taro.type(text)
                .press("参加する")
                .press("はい")
                .press("7日毎")
                .pick("時刻を選ぶ", "09:00")
                .press("はい");
        assertThat(taro.registered()).isFalse();
        taro.press("OK");

        assertThat(taro.member().participant()).isTrue();
        assertThat(taro.said()).contains("登録番号 1002-7 の方が見守ってくださいます");
        assertThat(taro.answered().pushed().toString()).doesNotContain("1002-7");
    }

    @Test
    @DisplayName("E-13: who is watched only by somebody whom nothing reaches reads that staff are told")
    void who_comes_to_a_watcher_out_of_reach_reads_who_is_told() {
        Phone jiro = town.watcher("Ujiro");
        String text = textOfLink(jiro.press("招待する").press("見守られる方を招待"));
        town.telling.beyondReach.add(jiro.member().id());

        taro.type(text)
                .press("参加する")
                .press("はい")
                .press("7日毎")
                .pick("時刻を選ぶ", "09:00")
                .press("はい")
                .press("OK");

        assertThat(taro.said()).contains("見守ってくださいます", "見守る方にお知らせが届きません", "職員にお知らせします");
    }

    @Test
    void an_invitation_is_never_pushed() {
        String code = textOfLink(hana.press("招待する")).replaceAll(".* ", "");

        assertThat(MessageJson.write(hana.answered().replies())).contains(code);
        assertThat(MessageJson.write(hana.answered().pushed())).doesNotContain(code, "/my/open/");
    }

    @Test
    void an_open_invitation_leaves_the_role_to_the_invitee() {
        hana.press("招待する");
        String text = textOfLink(hana.press("何人でも使える招待にする"));

        taro.type(text);

        assertThat(taro.offered()).containsExactly("見守られる方になる", "見守る方になる", "やめる");
        assertThat(taro.press("見守る方になる").said()).contains("利用規約");
    }

    @Test
    void a_member_has_agreed_before_and_joins_without_the_terms() {
        Phone jiro = town.watcher("Ujiro");
        String text = textOfLink(hana.press("招待する"));

        jiro.type(text).press("参加する");

        assertThat(jiro.said()).contains("見守ります").doesNotContain("利用規約");
    }

    @Test
    void who_stops_stays_outside() {
        String text = textOfLink(hana.press("招待する"));

        taro.type(text).press("やめる");

        assertThat(taro.registered()).isFalse();
        assertThat(taro.said()).contains("参加していません");
    }

    @Test
    void a_code_sent_in_the_middle_of_another_dialogue_begins_the_invitation() {
        String text = textOfLink(hana.press("招待する"));
        taro.adds().press("見守られる方として始める").press("はい").press("3日毎");

        taro.type(text);
        assertThat(taro.offered()).containsExactly("参加する", "やめる");
        taro.press("参加する").press("はい");

        assertThat(taro.member().watcher()).isTrue();
        assertThat(taro.member().participant()).isFalse();
    }

    @Test
    void a_code_that_opens_nothing_ends_no_dialogue() {
        town.membership.standings.put("WXYZ-WXYZ-WXYZ", Standing.REVOKED);
        taro.adds().press("見守る方として始める");

        for (String text : List.of("招待コード WXYZ-WXYZ-WXYZ", "招待コード")) {
            taro.type(text);
            assertThat(taro.offered()).as(text).containsExactly("はい", "いいえ");
        }
        taro.press("はい");

        assertThat(taro.member().watcher()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Standing.class, names = "VALID", mode = EnumSource.Mode.EXCLUDE)
    void each_reason_why_a_code_opens_nothing_has_its_own_words(Standing standing) {
        town.membership.standings.put("WXYZ-WXYZ-WXYZ", standing);

        taro.type("招待コード wxyz-wxyz-wxyz");

        assertThat(taro.said()).startsWith(town.phrases.of("invited." + standing, "11月23日(月)9時04分"));
        assertThat(taro.offered()).contains("見守る方として始める");
    }

    @Test
    void an_invitation_is_taken_back_after_yes() {
        String text = textOfLink(hana.press("招待する"));

        hana.press("この招待を取り消す").press("はい");

        assertThat(hana.said()).contains("取り消しました");
        assertThat(taro.type(text).said()).contains("取り消されています");
    }

    @Test
    void the_qr_code_is_a_page_that_opens_once() {
        hana.press("招待する");

        assertThat(hana.uriOf("QRコードを見せる")).isEqualTo("https://anpi.example/my/open/token1?code=ABCD-EFGH-2342");
        assertThat(town.membership.pages).containsExactly("INVITATION 1 1");
    }

    @Test
    void a_full_team_and_a_silent_platform_are_said_kindly() {
        town.membership.teamFull = true;
        assertThat(hana.press("招待する").said()).contains("人数がいっぱい");
        town.basicId = Optional.empty();
        assertThat(hana.press("招待する").said()).contains("少したってから");
    }
}
