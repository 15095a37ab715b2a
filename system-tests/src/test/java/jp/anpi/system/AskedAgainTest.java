package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jp.anpi.simulator.traffic.FaultKind;
import org.junit.jupiter.api.Test;

/** Once a note of death is taken back, whoever watches hears that the person is asked again, on whatever way (E-9). */
class AskedAgainTest extends AnotherWay {

    @Test
    void that_somebody_is_asked_again_after_all_goes_by_mail_once_where_line_refuses_it() {
        confirmed(daughter, address);
        noteDeath(mother);
        String spoilt = spoil(daughter);
        takeBackDeath(mother);

        assertThat(post.lastTo(address).subject()).contains("またおたずねを始めました", mother.number());
        assertThat(post.lastTo(address).text()).contains("返事がないときは、お知らせします").doesNotContain("はなこ");
        int mails = post.mailsTo(address).size();
        restore(daughter, spoilt);
        town.advanceMinutes(20);
        assertThat(post.mailsTo(address)).as("once").hasSize(mails);
        assertThat(daughter.news()).as("one way is enough").isEmpty();
    }

    @Test
    void e9_watcher_without_an_address_hears_on_line_that_somebody_is_asked_again_once_there_are_messages_left() {
        confirmed(daughter, address);
        Person son = mother.watcher().readAll();
        noteDeath(mother);
        lineFails(FaultKind.MONTHLY_LIMIT);
        takeBackDeath(mother);
        assertThat(post.lastTo(address).subject()).contains("またおたずねを始めました");
        assertThat(son.news()).isEmpty();

        town.line().faults().clear();
        town.advanceHours(2);
        assertThat(son.news()).hasSize(1).noneMatch(Person::isAlert);
        assertThat(daughter.news()).as("told by mail").isEmpty();
    }

    private static void noteDeath(Person person) {
        town.records().change("update member set died_at = registered_at where number = '" + person.number() + "'");
    }

    private static void takeBackDeath(Person person) {
        StaffVisitor staff = new StaffVisitor(town.address());
        staff.signIn("admin", Town.STAFF_PASSWORD);
        long id = town.records().count("select id from member where number = ?", person.number());
        StaffVisitor.Form form = StaffVisitor.forms(
                        staff.get("/admin/person?id=" + id).body())
                .stream()
                .filter(one -> one.fields().keySet().stream().anyMatch(field -> field.endsWith(":back")))
                .findFirst()
                .orElseThrow();
        staff.post(form, Map.of());
        town.settle();
    }
}
