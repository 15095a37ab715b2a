package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the office's mails say of somebody who has left: that they have, and nothing that names them. */
class OfficeMailTest extends AnotherWay {

    @Test
    void the_end_of_what_the_office_was_told_of_is_said_of_somebody_who_left_without_a_number() {
        daughter.done(daughter.phone().block());
        String number = mother.number();
        town.advanceToNext(hour, 0);
        town.advanceHours(27);
        assertThat(post.lastTo(ProvingGround.OFFICE).text())
                .contains("お知らせの届く見守る方がいません", number)
                .as("where the officer goes on")
                .contains(town.address() + "/admin/");

        mother.type("退会").press("はい");

        PostOffice.Mail last = post.lastTo(ProvingGround.OFFICE);
        assertThat(last.subject()).contains("対応を待っていた方のことが終わりました（1名）");
        assertThat(last.text()).contains("対応が終わりました", "退会した方").doesNotContain(number, "はなこ");
    }

    @Test
    void e11_a_call_for_help_whose_mail_had_to_wait_is_told_of_somebody_who_left() {
        String number = mother.number();
        post.shut();
        mother.type("連絡がほしい");
        mother.type("退会").press("はい");
        post.open();
        town.advanceMinutes(20);

        PostOffice.Mail last = post.lastTo(ProvingGround.OFFICE);
        assertThat(last.text()).contains("「連絡がほしい」が押されました", "退会した方").doesNotContain(number);
    }
}
