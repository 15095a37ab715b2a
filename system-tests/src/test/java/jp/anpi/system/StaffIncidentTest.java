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
    private static Chromium chromium;
    private static Page page;

    @BeforeAll
    static void an_officer() {
        chromium = Chromium.start();
        page = StaffPages.signIn(chromium.window(1280, 720), TOWN);
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
        String number = number(mother);

        today();
        Locator card = card(number);
        assertThat(card.innerText()).contains("未確認", "8日と3時間", "見守る方1名に知らせました", "までにいなければ、職員の番");
        assertThat(page.locator("main").innerText()).as("no names on this page").doesNotContain("おはな");
        Chromium.keep(page, "staff-today", false);

        card.getByRole(AriaRole.LINK).click();
        assertThat(page.locator("main").innerText())
                .contains(number, "おはな", "未対応", "安否をおたずねしました", "もう一度おたずねしました", "見守る方1名に、LINEで知らせました", "119番");
        Chromium.keep(page, "staff-incident", false);
        Chromium.keep(page, "staff-incident-whole", true);
        choose("応答なし");
        page.getByLabel("メモ").fill("呼出音のみ。郵便受けは空。");
        press("対応を始める");
        assertThat(page.locator("main").innerText()).contains("対応を始めました", "対応中");
        TOWN.settle();
        assertThat(text(daughter.news())).contains("職員が", number);
        typed("呼出音のみ。郵便受けは空。");
        page.locator(".todo input").first().check();
        press("印をつけた手順を残す");
        assertThat(page.locator(".todo").innerText()).contains("✓");
        typed("呼出音のみ。郵便受けは空。");
        Chromium.keep(page, "staff-incident-typed", false);

        page.getByLabel("伝えること").fill("次は訪問を");
        page.locator(".todo input").first().check();
        page.getByLabel("次にすること").fill("訪問する");
        page.getByLabel("いつまでに").selectOption("PT1H");
        press("記録する");
        assertThat(page.locator("main").innerText()).contains("記録しました", "電話：応答なし", "呼出音のみ。郵便受けは空。", "次にすること「訪問する」");
        assertThat(page.getByLabel("メモ").inputValue()).as("what was sent").isEmpty();
        assertThat(page.getByLabel("応答なし").isChecked()).isFalse();
        assertThat(page.getByLabel("伝えること").inputValue()).as("what was not").isEqualTo("次は訪問を");
        assertThat(page.locator(".todo input").first().isChecked()).isTrue();
        assertThat(daughter.news()).isEmpty();

        today();
        assertThat(card(number).innerText()).contains("職員が対応", "次にすること「訪問する」");
        Chromium.keep(page, "staff-today-handled", false);
        card(number).getByRole(AriaRole.LINK).click();
        page.getByLabel("結果", new Page.GetByLabelOptions().setExact(true))
                .last()
                .selectOption("SAFE_HOSPITAL");
        press("終結する");
        assertThat(page.locator(".problem").innerText()).contains("どのように確かめたかを書いてください");
        page.getByLabel("どのように確かめたか").fill("訪問して娘さんと話した。入院中。");
        press("終結する");

        assertThat(page.locator("main").innerText()).contains("対応を終えました", "終結", "無事（入院・施設）");
        assertThat(page.locator(".timeline .what").allInnerTexts())
                .as("what ended it is the last of its minute")
                .startsWith("終結しました（システム管理者）", "職員が安否確認を終えました");
        Chromium.keep(page, "staff-incident-closed", true);
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
        assertThat(card(number(mother)).innerText()).contains("未確認", "27時間", "ひらいて対応する");
        assertThat(side("返事待ち"))
                .isEqualTo(people("check_in where next_step_at is not null and state in ('SENT', 'REMINDED')"));
        assertThat(side("未確認（対応中を含む）")).isEqualTo(people("incident where closed_at is null and cause = 'SILENCE'"));
        assertThat(side("知らせる相手なし")).isEqualTo(people("nobody_to_tell"));
        card(number(mother)).getByRole(AriaRole.LINK).click();
        assertThat(page.locator(".facts").innerText()).contains("未確認・27時間のあいだ無事の返事がありません", "無事の返事は、まだ一度もありません");

        mother.press("OK");
        TOWN.settle();
        page.reload();
        assertThat(page.locator(".facts").innerText())
                .contains("27時間のあいだ", "ご本人がOKを押しました", "それまでに、無事の返事は一度もありませんでした")
                .doesNotContain("まだ一度も");
    }

    /** What stands beside this word in the right column of the first page. */
    private static String side(String word) {
        return page.locator(".side dl > div")
                .filter(new Locator.FilterOptions().setHasText(word))
                .locator("dd")
                .innerText();
    }

    private static String people(String from) {
        return TOWN.records().count("select count(*) from " + from) + "名";
    }

    @Test
    void of_two_officers_the_second_sees_what_changed_and_loses_nothing_that_was_typed() {
        Person mother = asksForHelp();
        open(number(mother));
        Page other = page.context().newPage();
        other.navigate(page.url());
        press("対応を始める");

        other.getByLabel("応答なし").check();
        other.getByLabel("メモ").fill("わたしも電話した");
        other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("記録する"))
                .click();

        assertThat(other.locator(".problem").innerText()).contains("ほかの方が記録しました");
        assertThat(other.locator("li.fresh").innerText()).contains("新しい記録", "対応を始めました");
        assertThat(other.getByLabel("メモ").inputValue()).isEqualTo("わたしも電話した");
        Chromium.keep(other, "staff-incident-conflict", false);
        other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("記録する"))
                .click();
        assertThat(other.locator("main").innerText()).contains("記録しました", "わたしも電話した");

        mother.press("OK");
        other.reload();
        assertThat(other.locator(".facts").innerText())
                .as("a call for help stays open")
                .contains("最後の無事は");
        other.getByLabel("結果", new Page.GetByLabelOptions().setExact(true))
                .last()
                .selectOption("SAFE_FORGOT");
        other.getByLabel("どのように確かめたか").fill("本人に会った");
        other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("終結する"))
                .click();
        assertThat(other.locator("main").innerText()).contains("対応を終えました");

        page.getByLabel("応答なし").check();
        page.getByLabel("メモ").fill("遅れて書いた");
        press("記録する");
        assertThat(page.locator(".problem").innerText()).contains("対応が終わりました");
        assertThat(page.getByLabel("メモ").inputValue()).isEqualTo("遅れて書いた");
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
        Locator left = page.locator("li.card").filter(new Locator.FilterOptions().setHasText("退会した方"));
        assertThat(left.allInnerTexts()).isNotEmpty().allMatch(text -> text.contains("そのあと退会したので"));
        Chromium.keep(page, "staff-today-called-and-left", false);
        page.navigate(TOWN.address() + "/admin/incident?id=" + incident);
        assertThat(page.locator("main").innerText()).contains("退会した方", "ご本人が退会しました", "連絡がほしい");
        Chromium.keep(page, "staff-incident-called-and-left", true);
        page.getByLabel("結果", new Page.GetByLabelOptions().setExact(true))
                .last()
                .selectOption("SAFE_FORGOT");
        page.getByLabel("どのように確かめたか").fill("通話の記録から、ご本人とわかった");
        press("終結する");
        assertThat(page.locator("main").innerText()).contains("対応を終えました");
        TOWN.settle();
        assertThat(daughter.news()).singleElement().satisfies(news -> assertThat(news.text())
                .contains("ご利用を終えられました"));
    }

    @Test
    void the_first_page_refreshes_by_itself_and_leaves_the_focus_where_it_is() {
        Person first = asksForHelp();
        page.clock().install();
        today();
        card(number(first)).getByRole(AriaRole.LINK).focus();
        String focused = (String) page.evaluate("document.activeElement.id");

        Person second = asksForHelp();
        page.clock().fastForward(20_000);
        card(number(second)).waitFor();

        assertThat(page.evaluate("document.activeElement.id")).isEqualTo(focused);
        assertThat(card(number(second)).innerText()).contains("至急", "連絡がほしい");
        Chromium.keep(page, "staff-today-urgent", false);
        page.clock().resume();
    }

    @Test
    void a_session_that_ended_takes_nothing_that_was_typed_with_it() {
        Person mother = asksForHelp();
        open(number(mother));
        choose("応答なし");
        page.getByLabel("メモ").fill("長いメモ");
        page.context().clearCookies();

        press("記録する");
        StaffPages.signIn(page, "admin", Town.STAFF_PASSWORD);

        assertThat(page.locator("h1").innerText()).contains(number(mother));
        assertThat(page.getByLabel("メモ").inputValue()).isEqualTo("長いメモ");
        choose("応答なし");
        press("記録する");
        assertThat(page.locator("main").innerText()).contains("記録しました", "長いメモ");
        page.reload();
        assertThat(page.getByLabel("メモ").inputValue()).isEmpty();
    }

    @Test
    void a_session_says_in_time_that_it_ends_goes_on_by_one_key_and_ends_without_taking_what_was_typed() {
        Person mother = asksForHelp();
        Page mine = StaffPages.signIn(chromium.window(1280, 720), TOWN);
        mine.clock().install();
        mine.navigate(TOWN.address() + "/admin/");
        mine.locator("li.card")
                .filter(new Locator.FilterOptions().setHasText("登録番号 " + number(mother)))
                .getByRole(AriaRole.LINK)
                .click();
        mine.getByLabel("メモ").fill("途中のメモ");
        mine.getByLabel("留守番電話").check();
        Locator warning = mine.getByRole(AriaRole.DIALOG);
        mine.clock().fastForward(Duration.ofMinutes(24).toMillis());
        assertThat(warning.count()).isZero();

        mine.clock().fastForward(Duration.ofMinutes(2).toMillis());
        warning.waitFor();
        assertThat(warning.innerText()).contains("まもなくログアウトします", "あと4分でログアウト");
        assertThat(mine.evaluate("document.activeElement.id"))
                .as("the key is at hand")
                .isEqualTo("session-stay");
        Chromium.keep(mine, "staff-session", false);
        mine.keyboard().press("Enter");
        warning.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        mine.clock().fastForward(Duration.ofMinutes(20).toMillis());
        assertThat(warning.count()).as("it went on").isZero();

        mine.clock().fastForward(Duration.ofMinutes(11).toMillis());
        mine.locator("#session-over").waitFor();
        mine.context().clearCookies();
        mine.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("ログインして続ける"))
                .click();
        StaffPages.signIn(mine, "admin", Town.STAFF_PASSWORD);
        assertThat(mine.getByLabel("メモ").inputValue()).isEqualTo("途中のメモ");
        assertThat(mine.getByLabel("留守番電話").isChecked()).isTrue();
        assertThat(mine.locator("#restored").innerText()).contains("まだ保存していなかったもの");
        StaffPages.press(mine, "ログアウト");
        assertThat(mine.evaluate("sessionStorage.length"))
                .as("nobody else finds it")
                .isEqualTo(0);
        mine.context().close();
    }

    @Test
    void what_somebody_types_is_shown_and_never_run() {
        Person mother = asksForHelp();
        open(number(mother));
        choose("連絡がとれた");
        page.getByLabel("メモ").fill("<script>alert(1)</script> 髙橋 𠮷野 =1+1");
        press("記録する");
        assertThat(page.locator(".said").first().innerText()).isEqualTo("<script>alert(1)</script> 髙橋 𠮷野 =1+1");
        page.navigate(TOWN.address() + "/admin/incident?id=999999");
        assertThat(page.locator("main").innerText()).contains("見つかりません");
        page.navigate(TOWN.address() + "/admin/incident?id=x");
        assertThat(page.locator("main").innerText()).contains("見つかりません");
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
        page.navigate(TOWN.address() + "/admin/");
    }

    private static void open(String number) {
        today();
        card(number).getByRole(AriaRole.LINK).click();
    }

    private static Locator card(String number) {
        return page.locator("li.card").filter(new Locator.FilterOptions().setHasText("登録番号 " + number));
    }

    private static void press(String label) {
        StaffPages.pressOnly(page, label);
    }

    private static void choose(String result) {
        page.getByLabel(result).check();
    }

    /** What was typed is still there, whichever other form of the page was sent. */
    private static void typed(String memo) {
        assertThat(page.getByLabel("メモ").inputValue()).isEqualTo(memo);
        assertThat(page.getByLabel("応答なし").isChecked()).isTrue();
    }

    private static String text(List<ChatEntry> news) {
        return String.join("\n", news.stream().map(ChatEntry::text).toList());
    }

    private static String number(Person person) {
        return TOWN.records()
                .column(
                        "select number from member where line_user_id = ?",
                        person.phone().userId())
                .get(0);
    }
}
