package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Of two organizations on one installation neither sees anything of the other on the staff pages. */
class OtherOrganizationTest {

    @Test
    void staff_of_another_organization_reach_nothing_of_this_one() {
        Town town = ProvingGround.town();
        Desk desk = Desk.of(town);
        Person person = town.participant("14日毎", town.advanceToHalfPast());
        person.watcher();
        town.advanceHours(1);
        person.press("連絡がほしい");
        town.settle();
        String incident = town.records()
                .column("select id from incident where subject_id = cast(? as bigint)", person.id())
                .get(0);
        StaffPages.account(town, "sato", "佐藤", "OFFICER", null);
        desk.open("incident?id=" + incident)
                .check("応答なし")
                .fill(Desk.CALL_NOTE, "鍵は管理会社です。")
                .press("記録する");
        assertThat(desk.main()).contains(person.number(), "鍵は管理会社です。");

        Desk foreign = elsewhere(town);
        for (String path : List.of("incident?id=" + incident, "person?id=" + person.id())) {
            assertThat(foreign.visit(path).status()).as(path).isEqualTo(404);
            assertThat(foreign.page().content()).as(path).doesNotContain(person.number());
        }
        for (String path : List.of("", "people", "people?search=" + person.number(), "staff", "log")) {
            assertThat(foreign.open(path).main()).as(path).doesNotContain(person.number(), "佐藤", "鍵は管理会社");
        }
        String admin = town.records()
                .column("select id from staff where user_name = 'admin'")
                .get(0);
        foreign.open("staff?id=" + admin).press("新しいパスワードを出す");
        assertThat(foreign.problem()).contains("その職員はいない");
        desk.page().reload();
        assertThat(desk.text("header")).as("still signed in").contains("ログアウト");
    }

    /** Signed in to an organization that has just been founded here, as its administrator. */
    private static Desk elsewhere(Town town) {
        AnotherOrganization.found(town.records(), "other", "ほかの市");
        town.records()
                .change("insert into staff (organization_id, user_name, display_name, role, password_hash, created_at)"
                        + " select o.id, 'elsewhere', 'よそ', 'SYSTEM_ADMINISTRATOR', s.password_hash, s.created_at"
                        + " from organization o, staff s where o.key = 'other' and s.user_name = 'admin'");
        return Desk.of(town, "elsewhere");
    }
}
