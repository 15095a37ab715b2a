package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.List;
import jp.anpi.simulator.chat.ChatEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An officer sees who needs somebody now, does something about it, and the watcher's phone shows it (E-6, E-12, E-13). */
class StaffIncidentTest {

    private static final Town TOWN = Town.shared();
    private static Desk desk;

    @BeforeAll
    static void an_officer() {
        desk = Desk.of(TOWN);
    }

    @Test
    void e12_an_incident_appears_is_taken_recorded_and_closed_and_the_watcher_reads_each() {
        TOWN.advanceToNext(7, 0);
        Person mother = TOWN.participant("7日毎", 8).type("おはな").press("はい");
        Person daughter = mother.watcher();
        TOWN.advanceToNext(8, 0);
        mother.press("OK");
        TOWN.advance(Duration.ofDays(7).plusHours(27));
        assertThat(daughter.news()).anyMatch(Person::isAlert);
        String number = mother.number();

        today();
        Locator card = card(number);
        assertThat(card.innerText()).contains("未確認", "8日と3時間", "見守る方1名に知らせました", "までにいなければ、職員の番");
        assertThat(desk.main()).as("no names on this page").doesNotContain("おはな");
        desk.keep("staff-today");

        card.getByRole(AriaRole.LINK).click();
        assertThat(desk.main())
                .contains(number, "おはな", "未対応", "安否をおたずねしました", "もう一度おたずねしました", "見守る方1名に、LINEで知らせました", "119番");
        desk.keep("staff-incident");
        Chromium.keep(desk.page(), "staff-incident-whole", true);
        desk.check("応答なし");
        desk.fill(Desk.CALL_NOTE, "呼出音のみ。郵便受けは空。");
        desk.press("対応を始める");
        assertThat(desk.main()).contains("対応を始めました", "対応中");
        TOWN.settle();
        assertThat(text(daughter.news())).contains("職員が", number);
        typed("呼出音のみ。郵便受けは空。");
        desk.page().locator(".todo input").first().check();
        desk.press("印をつけた手順を残す");
        assertThat(desk.text(".todo")).contains("✓");
        typed("呼出音のみ。郵便受けは空。");
        desk.keep("staff-incident-typed");

        desk.fill("伝えること", "次は訪問を");
        desk.page().locator(".todo input").first().check();
        desk.fill("次にすること", "訪問する");
        desk.choose("いつまでに", "PT1H");
        desk.press("記録する");
        assertThat(desk.main()).contains("記録しました", "電話：応答なし", "呼出音のみ。郵便受けは空。", "次にすること「訪問する」");
        assertThat(desk.typed(Desk.CALL_NOTE)).as("what was sent").isEmpty();
        assertThat(desk.field("応答なし").isChecked()).isFalse();
        assertThat(desk.typed("伝えること")).as("what was not").isEqualTo("次は訪問を");
        assertThat(desk.page().locator(".todo input").first().isChecked()).isTrue();
        assertThat(daughter.news()).isEmpty();

        today();
        assertThat(card(number).innerText()).contains("職員が対応", "次にすること「訪問する」");
        desk.keep("staff-today-handled");
        card(number).getByRole(AriaRole.LINK).click();
        desk.field("結果").last().selectOption("SAFE_HOSPITAL");
        desk.press("終結する");
        assertThat(desk.problem()).contains("どのように確かめたかを書いてください");
        desk.fill("どのように確かめたか", "訪問して娘さんと話した。入院中。");
        desk.press("終結する");

        assertThat(desk.main()).contains("対応を終えました", "終結", "無事（入院・施設）");
        assertThat(desk.page().locator(".timeline .what").allInnerTexts())
                .as("what ended it is the last of its minute")
                .startsWith("終結しました（システム管理者）", "職員が安否確認を終えました");
        Chromium.keep(desk.page(), "staff-incident-closed", true);
        TOWN.settle();
        List<ChatEntry> news = daughter.news();
        assertThat(text(news)).contains("ご無事が確認されました", "職員が", number).doesNotContain("入院");
        assertThat(news).noneMatch(Person::isAlert);
        assertThat(TOWN.records().checkInStates(mother.phone().userId())).endsWith("CLOSED_BY_STAFF");
        today();
        assertThat(card(number).count()).isZero();
        assertThat(TOWN.records().column("select action from audit_entry where about = ? order by id", number))
                .contains("LOOKED_AT_INCIDENT", "TOOK_INCIDENT", "RECORDED_CONTACT", "CLOSED_INCIDENT");
    }

    @Test
    void silence_of_whoever_never_answered_counts_from_the_question_on_every_page_and_today_agrees_with_itself() {
        TOWN.advanceToNext(7, 0);
        Person mother = TOWN.participant("7日毎", 8);
        mother.watcher();
        TOWN.advanceToNext(8, 0);
        TOWN.advance(Duration.ofHours(26));
        TOWN.advance(Duration.ofHours(1));

        today();
        assertThat(card(mother.number()).innerText()).contains("未確認", "27時間", "ひらいて対応する");
        assertThat(side("返事待ち"))
                .isEqualTo(people("check_in where next_step_at is not null and state in ('SENT', 'REMINDED')"));
        assertThat(side("未確認（対応中を含む）")).isEqualTo(people("incident where closed_at is null and cause = 'SILENCE'"));
        assertThat(side("知らせる相手なし")).isEqualTo(people("nobody_to_tell"));
        card(mother.number()).getByRole(AriaRole.LINK).click();
        assertThat(desk.text(".facts")).contains("未確認・27時間のあいだ無事の返事がありません", "無事の返事は、まだ一度もありません");

        mother.press("OK");
        TOWN.settle();
        desk.page().reload();
        assertThat(desk.text(".facts"))
                .contains("27時間のあいだ", "ご本人がOKを押しました", "それまでに、無事の返事は一度もありませんでした")
                .doesNotContain("まだ一度も");
    }

    /** What stands beside this word in the right column of the first page. */
    private static String side(String word) {
        return desk.page()
                .locator(".side dl > div")
                .filter(new Locator.FilterOptions().setHasText(word))
                .locator("dd")
                .innerText();
    }

    private static String people(String from) {
        return TOWN.records().count("select count(*) from " + from) + "名";
    }

    @Test
    void on_a_phone_an_incident_is_begun_without_scrolling_past_all_that_is_known() {
        open(asksForHelp().number());
        Locator begin = desk.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("対応を始める").setExact(true));
        assertThat(begin.isVisible()).as("beside the button on a desk").isFalse();

        desk.page().setViewportSize(390, 844);
        begin.click();
        double top = desk.button("対応を始める").boundingBox().y;
        desk.keep("staff-incident-phone");
        desk.press("対応を始める");
        desk.page().setViewportSize(1280, 720);

        assertThat(top).isBetween(0.0, 700.0);
        assertThat(desk.main()).contains("対応を始めました");
    }

    @Test
    void of_two_officers_the_second_sees_what_changed_and_loses_nothing_that_was_typed() {
        Person mother = asksForHelp();
        open(mother.number());
        Desk other = desk.beside();
        other.page().navigate(desk.page().url());
        desk.press("対応を始める");

        other.check("応答なし");
        other.fill(Desk.CALL_NOTE, "わたしも電話した");
        other.press("記録する");

        assertThat(other.problem()).contains("ほかの方が記録しました");
        assertThat(other.text("li.fresh")).contains("新しい記録", "対応を始めました");
        assertThat(other.typed(Desk.CALL_NOTE)).isEqualTo("わたしも電話した");
        other.keep("staff-incident-conflict");
        other.press("記録する");
        assertThat(other.main()).contains("記録しました", "わたしも電話した");

        mother.press("OK");
        other.page().reload();
        assertThat(other.text(".facts")).as("a call for help stays open").contains("最後の無事は");
        other.field("結果").last().selectOption("SAFE_FORGOT");
        other.fill("どのように確かめたか", "本人に会った");
        other.press("終結する");
        assertThat(other.main()).contains("対応を終えました");

        desk.check("応答なし");
        desk.fill(Desk.CALL_NOTE, "遅れて書いた");
        desk.press("記録する");
        assertThat(desk.problem()).contains("対応が終わりました");
        assertThat(desk.typed(Desk.CALL_NOTE)).isEqualTo("遅れて書いた");
    }

    @Test
    void e11_a_call_for_help_stays_until_staff_have_seen_it_also_where_the_person_leaves() {
        Person mother = TOWN.participant("14日毎", TOWN.advanceToHalfPast());
        Person daughter = mother.watcher().readAll();
        mother.type("助けて");
        ChatEntry alert = daughter.news().get(0);
        String incident = TOWN.records()
                .column(
                        "select i.id from incident i join member m on m.id = i.subject_id where m.line_user_id = ?",
                        mother.phone().userId())
                .get(0);
        mother.type("退会");
        assertThat(mother.said()).contains("「連絡がほしい」をお知らせしています", "職員からも連絡できません");
        mother.press("はい");
        daughter.press(alert, "対応します");
        assertThat(daughter.said()).contains("もう終わっています");

        today();
        Locator left = desk.page().locator("li.card").filter(new Locator.FilterOptions().setHasText("退会した方"));
        assertThat(left.allInnerTexts()).isNotEmpty().allMatch(text -> text.contains("そのあと退会したので"));
        desk.keep("staff-today-called-and-left");
        desk.open("incident?id=" + incident);
        assertThat(desk.main()).contains("退会した方", "ご本人が退会しました", "連絡がほしい");
        Chromium.keep(desk.page(), "staff-incident-called-and-left", true);
        desk.field("結果").last().selectOption("SAFE_FORGOT");
        desk.fill("どのように確かめたか", "通話の記録から、ご本人とわかった");
        desk.press("終結する");
        assertThat(desk.main()).contains("対応を終えました");
        TOWN.settle();
        assertThat(daughter.news()).singleElement().satisfies(news -> assertThat(news.text())
                .contains("ご利用を終えられました"));
    }

    @Test
    void the_first_page_refreshes_by_itself_and_leaves_the_focus_where_it_is() {
        Person first = asksForHelp();
        desk.page().clock().install();
        today();
        card(first.number()).getByRole(AriaRole.LINK).focus();
        String focused = (String) desk.page().evaluate("document.activeElement.id");

        Person second = asksForHelp();
        desk.page().clock().fastForward(20_000);
        card(second.number()).waitFor();

        assertThat(desk.page().evaluate("document.activeElement.id")).isEqualTo(focused);
        assertThat(card(second.number()).innerText()).contains("至急", "連絡がほしい");
        desk.keep("staff-today-urgent");
        desk.page().clock().resume();
    }

    @Test
    void a_session_that_ended_takes_nothing_that_was_typed_with_it() {
        Person mother = asksForHelp();
        open(mother.number());
        desk.check("応答なし");
        desk.fill(Desk.CALL_NOTE, "長いメモ");
        desk.page().context().clearCookies();

        desk.press("記録する");
        desk.signIn("admin");

        assertThat(desk.text("h1")).contains(mother.number());
        assertThat(desk.typed(Desk.CALL_NOTE)).isEqualTo("長いメモ");
        desk.check("応答なし");
        desk.press("記録する");
        assertThat(desk.main()).contains("記録しました", "長いメモ");
        desk.page().reload();
        assertThat(desk.typed(Desk.CALL_NOTE)).isEmpty();
    }

    @Test
    void a_session_says_in_time_that_it_ends_goes_on_by_one_key_and_ends_without_taking_what_was_typed() {
        Person mother = asksForHelp();
        Desk mine = Desk.of(TOWN);
        mine.page().clock().install();
        mine.open("");
        mine.page()
                .locator("li.card")
                .filter(new Locator.FilterOptions().setHasText("登録番号 " + mother.number()))
                .getByRole(AriaRole.LINK)
                .click();
        mine.fill(Desk.CALL_NOTE, "途中のメモ");
        mine.check("留守番電話");
        Locator warning = mine.page().getByRole(AriaRole.DIALOG);
        mine.page().clock().fastForward(Duration.ofMinutes(24).toMillis());
        assertThat(warning.count()).isZero();

        mine.page().clock().fastForward(Duration.ofMinutes(2).toMillis());
        warning.waitFor();
        assertThat(warning.innerText()).contains("まもなくログアウトします", "あと4分でログアウト");
        assertThat(mine.page().evaluate("document.activeElement.id"))
                .as("the key is at hand")
                .isEqualTo("session-stay");
        mine.keep("staff-session");
        mine.page().keyboard().press("Enter");
        warning.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        mine.page().clock().fastForward(Duration.ofMinutes(20).toMillis());
        assertThat(warning.count()).as("it went on").isZero();

        mine.page().clock().fastForward(Duration.ofMinutes(11).toMillis());
        mine.page().locator("#session-over").waitFor();
        mine.page().context().clearCookies();
        mine.follow("ログインして続ける");
        mine.signIn("admin");
        assertThat(mine.typed(Desk.CALL_NOTE)).isEqualTo("途中のメモ");
        assertThat(mine.field("留守番電話").isChecked()).isTrue();
        assertThat(mine.text("#restored")).contains("まだ保存していなかったもの");
        mine.pressLast("ログアウト");
        assertThat(mine.page().evaluate("sessionStorage.length"))
                .as("nobody else finds it")
                .isEqualTo(0);
        mine.page().context().close();
    }

    @Test
    void what_somebody_types_is_shown_and_never_run() {
        Person mother = asksForHelp();
        open(mother.number());
        desk.check("連絡がとれた");
        desk.fill(Desk.CALL_NOTE, "<script>alert(1)</script> 髙橋 𠮷野 =1+1");
        desk.press("記録する");
        assertThat(desk.page().locator(".said").first().innerText()).isEqualTo("<script>alert(1)</script> 髙橋 𠮷野 =1+1");
        desk.visit("incident?id=999999");
        assertThat(desk.main()).contains("見つかりません");
        desk.visit("incident?id=x");
        assertThat(desk.main()).contains("見つかりません");
    }

    private Person asksForHelp() {
        Person person = TOWN.participant("14日毎", TOWN.advanceToHalfPast());
        person.watcher();
        TOWN.advanceHours(1);
        person.press("連絡がほしい");
        TOWN.settle();
        return person;
    }

    private static void today() {
        desk.open("");
    }

    private static void open(String number) {
        today();
        card(number).getByRole(AriaRole.LINK).click();
    }

    private static Locator card(String number) {
        return desk.page().locator("li.card").filter(new Locator.FilterOptions().setHasText("登録番号 " + number));
    }

    /** What was typed is still there, whichever other form of the page was sent. */
    private static void typed(String memo) {
        assertThat(desk.typed(Desk.CALL_NOTE)).isEqualTo(memo);
        assertThat(desk.field("応答なし").isChecked()).isTrue();
    }

    private static String text(List<ChatEntry> news) {
        return String.join("\n", news.stream().map(ChatEntry::text).toList());
    }
}
