package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.anpi.simulator.chat.ChatEntry;
import jp.anpi.simulator.chat.Offer;
import org.junit.jupiter.api.Test;

/** How people find each other: a link that one sends and another opens (R-043 … R-053). */
class InvitationTest {

    private static final Pattern LINK = Pattern.compile("https://line\\.me/R/oaMessage/(?:%40|@)[^/?]+/\\?(\\S+)");

    private final Town town = Town.shared();
    private final Records records = town.records();

    @Test
    void the_link_opens_the_chat_with_a_text_to_send_R050() {
        String link = town.participant("3日毎", 8).inviteWatcher();

        Matcher form = LINK.matcher(link);
        assertThat(form.matches()).as(link).isTrue();
        assertThat(form.group(1)).matches("[A-Za-z0-9%._~-]+");
        assertThat(textOf(link)).startsWith("招待コード").matches(".*[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
    }

    @Test
    void a_friend_reads_what_the_role_is_before_joining_R051() {
        Person hana = town.participant("3日毎", 8);
        Person son = town.person().follow().open(hana.inviteWatcher());

        assertThat(son.said()).contains("見守る方", "電話などでようすを確かめて", "参加する", "やめる");
        son.press("参加する").press("はい");

        assertThat(son.said()).contains("登録できました", "招待する");
        assertThat(watchersOf(hana)).containsExactly(son.phone().userId());
    }

    @Test
    void somebody_who_is_no_friend_yet_can_accept_and_is_shown_how_to_become_one() {
        Person hana = town.participant("3日毎", 8);
        Person son = town.person().acceptAsWatcher(hana.inviteWatcher());

        assertThat(watchersOf(hana)).containsExactly(son.phone().userId());
        assertThat(son.phone().lastMessages().stream()
                        .flatMap(message -> message.offers().stream())
                        .filter(offer -> offer.label().equals("友だち追加"))
                        .map(Offer::action)
                        .map(action -> action.path("uri").asText()))
                .hasSize(1)
                .allMatch(uri -> uri.startsWith("https://line.me/R/ti/p/%40"));
        son.follow();
        assertThat(son.said())
                .contains("友だち追加をありがとうございます", "お知らせが届きます", "マイページ")
                .doesNotContain("お帰りなさい");
    }

    @Test
    void who_is_watched_hears_who_joined_and_who_watches_hears_whom_they_watch_now() {
        Person hana = town.participant("14日毎", 8);
        String link = hana.inviteWatcher();
        Person son = town.person().follow().acceptAsWatcher(link);
        assertThat(hana.news()).singleElement().satisfies(news -> {
            assertThat(news.text()).contains("登録番号 " + son.number() + " の方が、あなたの見守りを始めました");
            assertThat(news.labels()).containsExactly("マイページ");
        });
        assertThat(son.news()).as("has read it in the answer").isEmpty();

        Person aunt = town.person().acceptAsParticipant(son.inviteParticipant(), "14日毎", 8);
        assertThat(son.news()).singleElement().satisfies(news -> assertThat(news.text())
                .contains("登録番号 " + aunt.number() + " の方の見守りが始まりました"));
        assertThat(aunt.news()).isEmpty();

        hana.open(son.inviteParticipant()).press("参加する");
        assertThat(hana.news()).as("one more team of the same two is no news").isEmpty();
        assertThat(son.news()).isEmpty();
    }

    @Test
    void the_text_of_an_invitation_is_its_acceptance_whatever_was_begun_before() {
        Person hana = town.participant("3日毎", 8);
        Person son = town.person().follow().press("見守られる方として始める").press("はい");

        son.open(hana.inviteWatcher());
        assertThat(son.offers("参加する")).as(son.said()).isTrue();
        son.type("メニュー").press("参加する").press("はい");

        assertThat(watchersOf(hana)).containsExactly(son.phone().userId());
    }

    @Test
    void declining_keeps_nothing_and_leaves_the_invitation_for_another_try() {
        String link = town.participant("3日毎", 8).inviteWatcher();
        Person son = town.person().open(link).press("やめる");
        assertThat(son.said()).contains("参加していません", "見守る方として始める");
        assertThat(isMember(son)).isFalse();

        son.acceptAsWatcher(link);

        assertThat(isMember(son)).isTrue();
    }

    @Test
    void an_open_invitation_lets_everybody_choose_a_role_R053() {
        town.advanceToNext(7, 0);
        Person lead = town.participant("3日毎", 8);
        lead.press("招待する").press("何人でも使える招待にする");
        String link = lead.invitation();
        Person neighbour = town.person().follow().open(link);
        assertThat(neighbour.said()).contains("見守られる方になる", "見守る方になる", "お知らせを受け取る方");
        neighbour.press("見守る方になる").press("はい");
        Person friend = town.person().follow().open(link).press("見守られる方になる").press("はい");
        friend.chooseRhythm("毎日", 9).press("OK");

        assertThat(friend.said()).contains("見守ってくださいます");
        assertThat(watchersOf(friend)).containsExactly(neighbour.phone().userId());
        assertThat(watchersOf(lead)).containsExactly(neighbour.phone().userId());
    }

    @Test
    void every_code_that_does_not_work_says_why_and_what_to_do() {
        Person hana = town.participant("3日毎", 8);
        String link = hana.inviteWatcher();
        assertThat(hana.open(link).said()).contains("あなたがつくった招待");
        Person son = town.person().acceptAsWatcher(link);
        assertThat(son.open(link).said()).contains("すでに参加されています");
        Person stranger = town.person().follow();
        assertThat(stranger.open(link).said()).contains("すでに使われています", "見守る方として始める");

        String revoked = hana.inviteWatcher();
        hana.press("この招待を取り消す").press("はい");
        assertThat(hana.said()).contains("取り消しました");
        assertThat(stranger.open(revoked).said()).contains("取り消されています");

        assertThat(stranger.type("招待コード 2345-6789-ABCD").said()).contains("見つかりませんでした");
        assertThat(stranger.type("招待コード").said()).contains("読み取れませんでした");
        assertThat(stranger.type(textOf(revoked).toLowerCase().replace('-', ' '))
                        .said())
                .contains("取り消されています");
        assertThat(isMember(stranger)).isFalse();
    }

    @Test
    void an_invitation_ends_after_its_days_and_says_so() {
        String link = town.participant("14日毎", 8).inviteWatcher();
        Person son = town.person().follow();
        town.advance(Duration.ofDays(7).plusSeconds(1));

        assertThat(son.open(link).said()).contains("期限が過ぎています", "新しい招待");
    }

    @Test
    void five_wrong_codes_lock_for_a_day_and_only_the_guesser() {
        String link = town.participant("14日毎", 8).inviteWatcher();
        Person guesser = town.person().follow();
        for (String wrong : List.of("2222-2222-2222", "3333-3333-3333", "4444-4444-4444", "5555-5555-5555")) {
            assertThat(guesser.type("招待コード " + wrong).said()).contains("見つかりませんでした");
        }
        assertThat(guesser.type("招待コード 6666-6666-6666").said()).contains("お使いになれません");
        assertThat(guesser.open(link).said()).contains("お使いになれません");
        town.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(guesser.open(link).said()).contains("お使いになれません");
        town.advance(Duration.ofSeconds(1));

        guesser.acceptAsWatcher(link);

        assertThat(isMember(guesser)).isTrue();
    }

    @Test
    void a_personal_team_has_room_for_one_more_watcher_and_no_third_R032() {
        Person hana = town.participant("3日毎", 8);
        String first = hana.inviteWatcher();
        String second = hana.inviteWatcher();
        String third = hana.inviteWatcher();
        town.person().acceptAsWatcher(first);
        Person daughter = town.person().follow().open(second);
        Person late = town.person().follow().open(third);
        daughter.press("参加する").press("はい");
        late.press("参加する").press("はい");

        assertThat(watchersOf(hana)).hasSize(2).contains(daughter.phone().userId());
        assertThat(late.said()).contains("使えなくなっていました").contains("招待する");
        assertThat(hana.press("招待する").said()).contains("人数がいっぱい");
        assertThat(town.person().follow().open(third).said()).contains("人数がいっぱい");
    }

    @Test
    void watchers_of_several_teams_are_all_told_and_the_participant_is_asked_once_R033() {
        town.advanceToNext(7, 0);
        Person hana = town.participant("3日毎", 8);
        Person son = hana.watcher();
        Person neighbour = town.person().registerAsWatcher();
        String intoHerTeam = neighbour.inviteParticipant();
        hana.open(intoHerTeam).press("参加する");
        assertThat(hana.said()).contains("参加しました", "そのまま続きます");
        assertThat(watchersOf(hana))
                .containsExactlyInAnyOrder(
                        son.phone().userId(), neighbour.phone().userId());
        List.of(hana, son, neighbour).forEach(Person::news);

        town.advanceToNext(8, 0);
        assertThat(hana.questions()).hasSize(1);
        town.advance(Duration.ofHours(27));
        assertThat(hana.questions()).hasSize(1);
        assertThat(son.news()).hasSize(1).allMatch(Person::isAlert);
        assertThat(neighbour.news()).hasSize(1).allMatch(Person::isAlert);
        hana.press("OK");
        assertThat(son.news()).hasSize(1);
        assertThat(neighbour.news()).hasSize(1);
    }

    @Test
    void one_account_can_be_watched_and_watch_R033() {
        town.advanceToNext(7, 0);
        Person hana = town.participant("3日毎", 8);
        Person taro = town.participant("毎日", 9);
        taro.open(hana.inviteWatcher()).press("参加する");
        assertThat(watchersOf(hana)).containsExactly(taro.phone().userId());
        hana.open(taro.inviteWatcher()).press("参加する");
        assertThat(watchersOf(taro)).containsExactly(hana.phone().userId());
        List.of(hana, taro).forEach(Person::news);

        town.advanceToNext(9, 0);
        assertThat(hana.questions()).hasSize(1);
        assertThat(taro.questions()).hasSize(1);
        taro.press("OK");
        town.advance(Duration.ofHours(26));
        List<ChatEntry> news = taro.news();
        assertThat(news).filteredOn(Person::isAlert).hasSize(1);
        assertThat(news).filteredOn(Person::isQuestion).hasSize(1);
    }

    @Test
    void a_watcher_can_be_first_R043() {
        town.advanceToNext(7, 0);
        Person son = town.person().registerAsWatcher();
        assertThat(son.offers("招待する")).isTrue();
        son.press("招待する");
        assertThat(son.said()).contains("見守られる方を招待", "見守る方を招待");
        son.press("見守られる方を招待");
        Person mother = town.person().follow().open(son.invitation());
        assertThat(mother.said())
                .contains("見守られる方", "OK")
                .doesNotContain(son.phone().userId());
        mother.press("参加する").press("はい").chooseRhythm("毎日", 8).press("OK");
        assertThat(mother.said()).contains("登録できました", "招待する");

        assertThat(watchersOf(mother)).containsExactly(son.phone().userId());
        town.advanceToNext(8, 0);
        assertThat(mother.questions()).hasSize(1);
    }

    private static String textOf(String link) {
        Matcher form = LINK.matcher(link);
        assertThat(form.matches()).as(link).isTrue();
        return URLDecoder.decode(form.group(1), StandardCharsets.UTF_8);
    }

    private boolean isMember(Person person) {
        return records.count(
                        "select count(*) from member where line_user_id = ?",
                        person.phone().userId())
                == 1;
    }

    /** LINE user ids of those who watch this person, in whatever team. */
    private List<String> watchersOf(Person participant) {
        return records.column("""
                select distinct w.line_user_id
                from member p
                join team_membership tp on tp.member_id = p.id and tp.role = 'PARTICIPANT'
                join team_membership tw on tw.team_id = tp.team_id and tw.role = 'WATCHER' and tw.member_id <> p.id
                join member w on w.id = tw.member_id
                where p.line_user_id = ?""", participant.phone().userId());
    }
}
