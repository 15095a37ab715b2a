package jp.anpi.system;

import static jp.anpi.system.OwnPage.link;
import static jp.anpi.system.OwnPage.open;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is watched by somebody whom mail alone reaches reads of a watcher, and not of staff (E-9, E-13). */
class MailAloneTest extends AnotherWay {

    @BeforeEach
    void the_daughter_reads_mails_alone() {
        confirmed(daughter, address);
        daughter.done(daughter.phone().block());
    }

    @Test
    void e13_the_page_names_the_watcher_and_so_does_the_answer_to_an_ok_after_the_alert() {
        assertThat(facts()).contains("27時間たつと\n見守る方へお知らせします").doesNotContain("職員");

        town.advanceToNext(hour, 0);
        town.advanceHours(27);
        mother.type("OK");

        assertThat(mother.said()).contains("お知らせした見守る方にも、ご無事をお伝えします").doesNotContain("職員");
        assertThat(post.lastTo(address).subject()).contains("ご無事がわかりました");
    }

    @Test
    void e11_a_call_for_help_names_the_watcher_who_was_told_by_mail() {
        mother.type("連絡がほしい");

        assertThat(mother.said()).contains("見守る方1名にお知らせしました").doesNotContain("職員");
        assertThat(post.lastTo(address).subject()).contains("連絡がほしい");
        Page page = open(chromium.phone(), link(mother));
        assertThat(page.locator("main").innerText()).contains("連絡をお待ちください").doesNotContain("職員に");
    }

    @Test
    void e6_who_was_alarmed_by_mail_reads_there_that_the_caller_has_left() {
        mother.type("連絡がほしい");
        String number = mother.number();
        int before = post.mailsTo(address).size();

        mother.type("退会");
        assertThat(mother.said()).contains("見守る方には、ご利用を終えられたことをお知らせします");
        mother.press("はい");

        assertThat(post.mailsTo(address)).hasSize(before + 1);
        assertThat(post.lastTo(address).subject()).contains("見守りが終わりました", number);
        assertThat(post.lastTo(address).text()).contains("ご利用を終えられました", "もう届きません");
    }

    private String facts() {
        return open(chromium.phone(), link(mother)).locator("main").innerText();
    }
}
