package jp.anpi.membership.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffPeople.Kind;
import jp.anpi.membership.StaffPeople.Wanted;
import jp.anpi.membership.StaffRole;
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
            // As in a town, where few have nobody.
            handle.execute("delete from nobody_to_tell where member_id % 100 <> 0");
            handle.execute("analyze member, nobody_to_tell");
        }));
    }

    @Test
    void a_page_of_everybody_begins_where_the_last_one_ended() {
        assertThat(plan(Kind.EVERYBODY, OptionalInt.empty(), "", false))
                .noneMatch(line -> line.contains("Seq Scan"))
                .anyMatch(line -> line.contains("Index Scan"));
    }

    @Test
    void those_who_are_blocked_have_an_index_of_their_own() {
        assertThat(plan(Kind.BLOCKED, OptionalInt.empty(), "", false))
                .noneMatch(line -> line.contains("Seq Scan"))
                .anyMatch(line -> line.contains("member_blocked"));
    }

    @Test
    void names_are_found_by_their_beginning_however_they_are_written() {
        assertThat(plan(Kind.EVERYBODY, OptionalInt.empty(), "n77", false))
                .noneMatch(line -> line.contains("Seq Scan"))
                .anyMatch(line -> line.contains("member_nickname"));
        assertThat(TOWN.count(
                        "select count(*) from (select unnest(array['サクラ', 'ｻｸﾗ', 'さぐら', 'サクらー', 'SAKURA', 'Ｓakura'])"
                                + " as n) x where search_folded(n) in (search_folded('さくら'), search_folded('sakura'),"
                                + " search_folded('さくらー'))"))
                .isEqualTo(6);
    }

    @Test
    void numbers_are_found_by_their_beginning() {
        assertThat(plan(Kind.EVERYBODY, OptionalInt.empty(), "1234", false))
                .noneMatch(line -> line.contains("Seq Scan"))
                .anyMatch(line -> line.contains("member_number_beginning"));
    }

    @Test
    void those_with_nobody_to_tell_are_kept_and_not_looked_for() {
        assertThat(plan(Kind.NOBODY_TO_TELL, OptionalInt.empty(), "", false))
                .noneMatch(line -> line.contains("Seq Scan on member") || line.contains("Seq Scan on team_membership"))
                .anyMatch(line -> line.contains(" nobody_to_tell"));
    }

    @Test
    void a_district_and_what_somebody_may_see_lead_to_their_people_and_not_the_other_way_round() {
        for (List<String> plan : List.of(
                plan(Kind.EVERYBODY, OptionalInt.of(1), "", false),
                plan(Kind.EVERYBODY, OptionalInt.empty(), "", true))) {
            assertThat(plan)
                    .noneMatch(
                            line -> line.contains("Seq Scan on member") || line.contains("Seq Scan on team_membership"))
                    .anyMatch(line -> line.contains("Index") && line.contains(" on member"));
        }
    }

    private static List<String> plan(Kind kind, OptionalInt district, String search, boolean limited) {
        StaffCaller caller = new StaffCaller(1, TOWN.id(), "o", "o", StaffRole.OFFICER, limited, "::1");
        String sql = PeopleQuery.of(
                        caller,
                        new Wanted(kind, district, search, OptionalLong.empty()),
                        (town, typed) -> List.of("00"))
                .sql()
                .replace(":organization", Integer.toString(TOWN.id()))
                .replace(":after", "0")
                .replace(":numbers", "'1234%'")
                .replace(":number", "'n77'")
                .replace(":beginning", "'サクラ123%'")
                .replace(":district", "1")
                .replace(":staff", "1")
                .replace(":tokens", "array['00']")
                .replace(":most", "50");
        return TOWN.in(beans -> beans.jdbi.withHandle(handle ->
                handle.createQuery("explain " + sql).mapTo(String.class).list()));
    }
}
