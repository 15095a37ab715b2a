package jp.anpi.membership.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.anpi.membership.StaffPeople.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists of people go by index, so that they cost the same with a million people. */
class PeoplePlanTest {

    private static final Town TOWN = new Town();

    @BeforeAll
    static void a_crowd() {
        TOWN.use(beans -> beans.jdbi.useHandle(handle -> {
            handle.execute(
                    "insert into member (organization_id, number, line_user_id, nickname, participant_since,"
                            + " registered_at) select ?, 'n' || i, 'crowd' || i, 'さくら' || i,"
                            + " timestamptz '2026-01-01', timestamptz '2026-01-01' from generate_series(1, 20000) i",
                    TOWN.id());
            handle.execute("analyze member");
        }));
    }

    @Test
    void a_page_of_everybody_begins_where_the_last_one_ended() {
        assertThat(plan(StaffPeopleBean.statement(Kind.EVERYBODY, false, true, false)))
                .noneMatch(line -> line.contains("Seq Scan"))
                .anyMatch(line -> line.contains("Index Scan"));
    }

    @Test
    void those_who_are_blocked_have_an_index_of_their_own() {
        assertThat(plan(StaffPeopleBean.statement(Kind.BLOCKED, false, true, false)))
                .noneMatch(line -> line.contains("Seq Scan"))
                .anyMatch(line -> line.contains("member_blocked"));
    }

    @Test
    void names_are_found_by_their_beginning_however_they_are_written() {
        assertThat(plan(StaffPeopleBean.statement(Kind.EVERYBODY, true, true, false)))
                .noneMatch(line -> line.contains("Seq Scan"))
                .anyMatch(line -> line.contains("member_nickname"));
        assertThat(TOWN.count(
                        "select count(*) from (select unnest(array['サクラ', 'ｻｸﾗ', 'さぐら', 'サクらー', 'SAKURA', 'Ｓakura'])"
                                + " as n) x where search_folded(n) in (search_folded('さくら'), search_folded('sakura'),"
                                + " search_folded('さくらー'))"))
                .isEqualTo(6);
    }

    private static List<String> plan(String statement) {
        String sql = statement
                .replace(":organization", Integer.toString(TOWN.id()))
                .replace(":after", "0")
                .replace(":typed", "'n77'")
                .replace(":beginning", "'サクラ123%'")
                .replace(":most", "50");
        return TOWN.in(beans -> beans.jdbi.withHandle(handle ->
                handle.createQuery("explain " + sql).mapTo(String.class).list()));
    }
}
