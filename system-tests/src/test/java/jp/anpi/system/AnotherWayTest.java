package jp.anpi.system;

import static jp.anpi.system.OwnPage.button;
import static jp.anpi.system.OwnPage.link;
import static jp.anpi.system.OwnPage.open;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import jp.anpi.foundation.Keyset;
import jp.anpi.launcher.SteadyHttp;
import jp.anpi.simulator.traffic.FaultKind;
import org.junit.jupiter.api.Test;

/** What LINE does not take goes another way, and so does what follows it (E-6, E-9, E-13). */
class AnotherWayTest extends AnotherWay {

    @Test
    void e9_alert_that_line_refuses_goes_by_mail_without_a_name_and_so_does_the_all_clear() {
        confirmed(daughter, address);
        String spoilt = spoil(daughter);
        silence();

        List<PostOffice.Mail> mails = alerts();
        assertThat(mails).hasSize(1);
        PostOffice.Mail alert = mails.get(0);
        assertThat(alert.subject()).contains("返事がありません", mother.number(), "みどり市見守りサービス");
        assertThat(alert.text())
                .contains("27時間", "連絡をとってみてください", "LINEでお届けできなかった", "119番")
                .doesNotContain("はなこ", mother.phone().userId());
        Page page = chromium.phone().newPage();
        page.navigate(alert.link());
        button(page, "ひらく").click();
        assertThat(page.locator("main").innerText()).contains("返事がありません", "はなこばあば");
        assertThat(PostOffice.pressed(alert.link())).as("opens once").isEqualTo(410);

        town.advanceHours(3);
        assertThat(alerts()).as("LINE refuses again, nobody is told twice").hasSize(1);
        assertThat(staffReason()).as("somebody was told").doesNotContain("NOBODY_TO_TELL");
        mother.type("OK");
        assertThat(post.lastTo(address).subject()).contains("ご無事がわかりました", mother.number());
        assertThat(post.lastTo(address).text()).contains("もう連絡をとらなくても").doesNotContain("はなこ");
        restore(daughter, spoilt);
    }

    @Test
    void e13_address_that_was_never_confirmed_gets_nothing_and_the_office_is_told() {
        leave(daughter, address);
        int linkOnly = post.mailsTo(address).size();
        spoil(daughter);
        silence();

        assertThat(post.mailsTo(address)).hasSize(linkOnly);
        assertThat(staffReason()).containsExactly("NOBODY_TO_TELL");
        PostOffice.Mail office = post.lastTo(ProvingGround.OFFICE);
        assertThat(office.subject()).contains("職員の対応を待っている方がいます");
        assertThat(office.text())
                .contains(mother.number())
                .doesNotContain("はなこ", mother.phone().userId());
        mother.type("OK");
        assertThat(post.lastTo(ProvingGround.OFFICE).subject()).contains("終わりました");
    }

    @Test
    void e9_used_up_quota_sends_the_alert_by_mail_at_once_and_only_once() {
        confirmed(daughter, address);
        down(FaultKind.MONTHLY_LIMIT, 26);
        town.advanceHours(1);
        assertThat(alerts()).hasSize(1);
        town.advanceHours(2);
        assertThat(alerts()).hasSize(1);
        town.line().faults().clear();
        town.advanceMinutes(20);
        assertThat(daughter.news()).as("LINE takes it later").hasSize(1).allMatch(Person::isAlert);
        mother.press("OK");
        assertThat(daughter.news()).hasSize(1);
        assertThat(post.lastTo(address).subject()).contains("ご無事がわかりました");
    }

    @Test
    void e6_who_replaces_the_address_at_which_they_were_alarmed_hears_the_end_at_the_new_one() {
        confirmed(daughter, address);
        down(FaultKind.MONTHLY_LIMIT, 26);
        town.advanceHours(1);
        assertThat(alerts()).hasSize(1);
        town.line().faults().clear();
        String other = "new-" + address;
        confirmed(daughter, other);

        mother.type("OK");

        assertThat(post.lastTo(other).subject()).contains("ご無事がわかりました");
        assertThat(post.lastTo(address).subject()).contains("返事がありません");
    }

    @Test
    void e9_alert_that_line_does_not_take_for_ten_minutes_goes_by_mail_and_a_dead_mail_server_delays_nothing_else() {
        confirmed(daughter, address);
        down(FaultKind.SERVICE_UNAVAILABLE, 26);
        post.shut();
        town.advanceHours(1);
        town.advanceMinutes(9);
        assertThat(deliveries()).as("LINE has ten minutes").isEmpty();
        town.advanceMinutes(2);
        assertThat(deliveries()).containsExactly("ALERT READY false");
        assertThat(read("/health/ready")).contains("\"failing\":\"MAIL\"", "\"status\":\"UP\"");
        town.line().faults().clear();
        town.advanceMinutes(20);
        assertThat(daughter.news()).as("LINE waits for no mail").hasSize(1).allMatch(Person::isAlert);
        post.open();
        town.advanceMinutes(20);
        assertThat(alerts()).hasSize(1);
        town.advanceHours(1);
        assertThat(alerts()).hasSize(1);
        assertThat(read("/health/ready")).doesNotContain("failing");
    }

    /** The office hears first that the alert waits, and again where it has arrived and nobody takes it. */
    @Test
    void e12_alert_that_waited_for_line_and_is_not_taken_then_is_told_to_the_office_again() {
        down(FaultKind.SERVICE_UNAVAILABLE, 26);
        town.advanceHours(1);
        town.advanceMinutes(15);
        assertThat(staffReason()).containsExactly("ALERT_WAITS");
        assertThat(post.lastTo(ProvingGround.OFFICE).text()).contains("まだ届いていません");
        int mails = post.mailsTo(ProvingGround.OFFICE).size();
        town.advanceHours(1);
        assertThat(post.mailsTo(ProvingGround.OFFICE))
                .as("nothing new while LINE is away")
                .hasSize(mails);

        town.line().faults().clear();
        town.advanceMinutes(40);

        assertThat(daughter.news()).hasSize(1).allMatch(Person::isAlert);
        assertThat(staffReason()).as("she has an hour").containsExactly("ALERT_WAITS");
        town.advanceMinutes(80);
        assertThat(staffReason()).containsExactly("NOT_TAKEN");
        assertThat(post.lastTo(ProvingGround.OFFICE).text()).contains("対応する方がまだいません");
    }

    @Test
    void e13_watcher_who_blocked_us_is_told_by_the_phone_number_they_left() {
        Page page = open(chromium.phone(), link(daughter));
        page.locator(".contacts li:has-text('電話番号') a").click();
        page.getByLabel("電話番号").fill("０９０−１２３４−５６７８");
        button(page, "確認のお知らせを送る").click();
        town.settle();
        String link = post.handedToGateway().get(post.handedToGateway().size() - 1);
        assertThat(link).contains("\"to\":\"+819012345678\"");
        assertThat(PostOffice.pressed(PostOffice.linkIn(link.replace("\\n", "\n"))))
                .isEqualTo(200);

        daughter.done(daughter.phone().block());
        int before = post.handedToGateway().size();
        silence();
        assertThat(post.handedToGateway()).hasSize(before + 1);
        assertThat(post.handedToGateway().get(before)).contains("返事がありません").doesNotContain("はなこ");
        assertThat(staffReason()).isEmpty();
        mother.type("OK");
        assertThat(post.handedToGateway()).hasSize(before + 2);
    }

    @Test
    void leaving_erases_the_address_and_a_link_confirms_once() {
        String link = leave(daughter, address);
        assertThat(PostOffice.pressed(link)).isEqualTo(200);
        assertThat(PostOffice.pressed(link)).isEqualTo(410);
        String clear = HexFormat.of().formatHex(address.getBytes(StandardCharsets.US_ASCII));
        assertThat(sealedOf(daughter)).hasSize(1).noneMatch(kept -> kept.contains(clear));
        long member = town.records()
                .count(
                        "select id from member where line_user_id = ?",
                        daughter.phone().userId());
        daughter.type("退会").press("はい");
        assertThat(town.records().count("select count(*) from contact_address where member_id = ?", member))
                .isZero();
        assertThat(town.records().count("select count(*) from urgent_delivery where recipient_id = ?", member))
                .isZero();
        silence();
        assertThat(alerts()).isEmpty();
    }

    @Test
    void the_page_says_what_is_wrong_keeps_what_was_typed_and_lets_go_again() {
        BrowserContext phone = chromium.phone();
        Page page = open(phone, link(daughter));
        Chromium.keep(page, "my-page-contacts", true);
        page.locator(".contacts li:has-text('メールアドレス') a").click();
        button(page, "確認のメールを送る").click();
        assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("入れてください");
        page.getByLabel("メールアドレス").fill("hana@mail");
        button(page, "確認のメールを送る").click();
        assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("読み取れません");
        assertThat(page.getByLabel("メールアドレス").inputValue()).isEqualTo("hana@mail");
        Chromium.keep(page, "contact-wrong", false);

        page.getByLabel("メールアドレス").fill(address);
        button(page, "確認のメールを送る").click();
        assertThat(page.locator(".contacts").innerText()).contains(address, "確認のメールを送りました");
        for (int i = 1; i < 5; i++) {
            page.locator(".contacts li:has-text('メールアドレス') a").first().click();
            button(page, "確認のメールを送る").click();
        }
        page.locator(".contacts li:has-text('メールアドレス') a").first().click();
        button(page, "確認のメールを送る").click();
        assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("1日に5回まで");

        page.navigate(town.address() + "/my/");
        page.locator(".contacts a:has-text('消す')").click();
        button(page, "はい").click();
        assertThat(page.locator(".contacts").innerText()).doesNotContain(address);
        assertThat(sealedOf(daughter)).isEmpty();
    }

    @Test
    void after_a_rotation_of_the_keys_old_addresses_are_sealed_anew_and_the_old_key_may_go() throws IOException {
        confirmed(daughter, address);
        String before = sealedOf(daughter).get(0);
        Path file = town.directory().resolve("keys/personal-fields.json");
        int old = Keyset.read(file).primary();
        Keyset.read(file).rotated().write(file);
        int anew = Keyset.read(file).primary();

        town.settle();
        assertThat(sealedOf(daughter).get(0)).isNotEqualTo(before).startsWith(prefix(anew));
        assertThat(town.records().column("select key_id from sealing_key where emptied_at is not null"))
                .containsExactly(Integer.toString(old));
        Keyset.read(file).retired(Set.of(old)).write(file);
        town.settle();
        assertThat(town.records().column("select key_id from sealing_key")).containsExactly(Integer.toString(anew));
        assertThat(open(chromium.phone(), link(daughter)).locator(".contacts").innerText())
                .contains(address);
        assertThat(Files.readString(town.product().logFile())).doesNotContain(address);
    }

    private void silence() {
        town.advanceToNext(hour, 0);
        town.advanceHours(27);
    }

    /** LINE begins to fail so many hours after the question. */
    private void down(FaultKind kind, long hours) {
        town.advanceToNext(hour, 0);
        town.advanceHours(hours);
        daughter.readAll();
        lineFails(kind);
    }

    private static String read(String path) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(town.address().resolve(path)).build();
            return SteadyHttp.CLIENT
                    .send(request, BodyHandlers.ofString())
                    .body()
                    .replaceAll("\\s", "");
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private List<PostOffice.Mail> alerts() {
        return post.mailsTo(address).stream()
                .filter(mail -> mail.subject().contains("返事がありません"))
                .toList();
    }

    private List<String> deliveries() {
        return town.records()
                .column(
                        "select d.kind || ' ' || d.state || ' ' || d.maybe_seen from urgent_delivery d"
                                + " join member m on m.id = d.recipient_id where m.line_user_id = ? and d.kind <> 'CONFIRM'",
                        daughter.phone().userId());
    }

    private List<String> staffReason() {
        return town.records()
                .column(
                        "select i.staff_reason from incident i join member m on m.id = i.subject_id"
                                + " where m.line_user_id = ? and i.staff_reason is not null",
                        mother.phone().userId());
    }

    private static List<String> sealedOf(Person person) {
        return town.records()
                .column(
                        "select encode(a.sealed, 'hex') from contact_address a join member m on m.id = a.member_id"
                                + " where m.line_user_id = ?",
                        person.phone().userId());
    }

    private static String prefix(int key) {
        return "01" + HexFormat.of().toHexDigits(key);
    }
}
