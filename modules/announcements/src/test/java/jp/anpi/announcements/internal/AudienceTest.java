package jp.anpi.announcements.internal;

import static jp.anpi.announcements.internal.Place.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import jp.anpi.announcements.Audience;
import jp.anpi.announcements.CheckInStanding;
import jp.anpi.announcements.Reach;
import org.junit.jupiter.api.Test;

/** Who is meant is who gets it, and who is counted before. */
class AudienceTest {

    private final Place place = new Place();
    private final List<Long> people = place.members(6);

    @Test
    void everyone_is_every_member_of_this_organization_who_can_be_reached() {
        new Place().members(3);
        place.sql("update member set blocked_at = registered_at where id = ?", people.get(1));

        assertThat(meant(new Audience.Everyone(), false))
                .doesNotContain(people.get(1))
                .hasSize(5);
        assertThat(reach(new Audience.Everyone(), false)).isEqualTo(new Reach(5, 1, 0, Optional.empty()));
    }

    @Test
    void who_is_away_is_left_out_unless_it_is_for_them_too() {
        away(people.get(0), "2026-11-20", "2026-11-22");
        away(people.get(1), "2026-11-10", "2026-11-21");
        away(people.get(2), "2026-11-23", "2026-11-30");

        assertThat(meant(new Audience.Everyone(), false)).hasSize(5).doesNotContain(people.get(0));
        assertThat(reach(new Audience.Everyone(), false).away()).isEqualTo(1);
        assertThat(meant(new Audience.Everyone(), true)).hasSize(6);
        assertThat(meant(new Audience.WithCheckIn(CheckInStanding.AWAY), false)).containsExactly(people.get(0));
    }

    @Test
    void a_team_is_who_is_in_it_once_each() {
        long team = team(place.id);
        for (String role : List.of("PARTICIPANT", "WATCHER")) {
            place.sql(
                    "insert into team_membership (organization_id, team_id, member_id, role, joined_at)"
                            + " values (?, ?, ?, ?, '2026-11-01 00:00+09')",
                    place.id,
                    team,
                    people.get(3),
                    role);
        }

        assertThat(meant(new Audience.InTeam(team), false)).containsExactly(people.get(3));
        assertThat(reach(new Audience.InTeam(team), false).people()).isOne();
    }

    /** By themselves, or through a team where staff have not said. */
    @Test
    void a_district_is_the_participants_who_belong_to_it() {
        int north = district("北");
        int south = district("南");
        long team = team(place.id);
        place.sql("update team set district_id = ? where id = ?", north, team);
        for (int i = 0; i < 2; i++) {
            place.sql(
                    "insert into team_membership (organization_id, team_id, member_id, role, joined_at)"
                            + " values (?, ?, ?, 'PARTICIPANT', '2026-11-01 00:00+09')",
                    place.id,
                    team,
                    people.get(i));
        }
        place.sql("update member set district_id = ? where id = ?", south, people.get(1));
        place.sql("update member set district_id = ? where id = ?", north, people.get(2));

        assertThat(meant(new Audience.InDistrict(north), false)).containsExactly(people.get(0), people.get(2));
        assertThat(meant(new Audience.InDistrict(south), false)).containsExactly(people.get(1));
    }

    @Test
    void nobody_writes_to_the_dead() {
        place.sql("update member set died_at = '2026-11-20 00:00+09' where id = ?", people.get(0));

        assertThat(meant(new Audience.Everyone(), true)).doesNotContain(people.get(0));
    }

    private int district(String name) {
        place.sql(
                "insert into district (organization_id, name, created_at) values (?, ?, '2026-11-01 00:00+09')",
                place.id,
                name);
        return (int) place.count("select max(id) from district where organization_id = ?", place.id);
    }

    @Test
    void a_team_of_another_organization_is_nobody() {
        Place other = new Place();
        long team = team(other.id);
        place.sql(
                "insert into team_membership (organization_id, team_id, member_id, role, joined_at)"
                        + " values (?, ?, ?, 'WATCHER', '2026-11-01 00:00+09')",
                other.id,
                team,
                people.get(0));

        assertThat(meant(new Audience.InTeam(team), false)).isEmpty();
    }

    @Test
    void those_whose_check_in_stands_so_are_found_by_it() {
        checkIn(people.get(0), "SENT");
        checkIn(people.get(1), "REMINDED");
        checkIn(people.get(2), "ALERTED");
        checkIn(people.get(3), "NEED_HELP");
        checkIn(people.get(4), "PENDING");

        assertThat(meant(new Audience.WithCheckIn(CheckInStanding.UNANSWERED), false))
                .containsExactly(people.get(0), people.get(1));
        assertThat(meant(new Audience.WithCheckIn(CheckInStanding.ALERTED), false))
                .containsExactly(people.get(2), people.get(3));
    }

    private List<Long> meant(Audience audience, boolean reachesAway) {
        return place
                .in(beans -> beans.get(AudienceTable.class).next(place.id, audience, reachesAway, 0, 100, NOON))
                .stream()
                .filter(AudienceTable.Addressee::reachable)
                .map(AudienceTable.Addressee::memberId)
                .toList();
    }

    private Reach reach(Audience audience, boolean reachesAway) {
        return place.announcements(all -> all.reach(place.officer, audience, reachesAway, NOON));
    }

    private long team(int organization) {
        place.sql(
                "insert into team (organization_id, kind, name, created_at) values (?, 'AREA', '北', '2026-11-01 00:00+09')",
                organization);
        return place.count("select max(id) from team where organization_id = ?", organization);
    }

    private long schedule(long member) {
        place.sql(
                "insert into check_in_schedule (organization_id, subject_kind, subject_id, interval, hours, anchor_date)"
                        + " values (?, 'PARTICIPANT', ?, 'EVERY_DAY', '{8}', '2026-11-01')",
                place.id, member);
        return place.count("select max(id) from check_in_schedule where subject_id = ?", member);
    }

    private void away(long member, String first, String last) {
        place.sql(
                "insert into pause (organization_id, schedule_id, first_day, last_day, set_by, created_at)"
                        + " values (?, ?, cast(? as date), cast(? as date), 'PARTICIPANT', '2026-11-01 00:00+09')",
                place.id,
                schedule(member),
                first,
                last);
    }

    private void checkIn(long member, String state) {
        long schedule = schedule(member);
        place.sql("select ensure_month_partitions('2026-11-01')");
        place.sql(
                "insert into check_in (id, opened_at, organization_id, schedule_id, subject_kind, subject_id, state,"
                        + " policy_id, due_at) values (?, '2026-11-21 08:00+09', ?, ?, 'PARTICIPANT', ?, ?, 1,"
                        + " '2026-11-21 08:00+09')",
                schedule,
                place.id,
                schedule,
                member,
                state);
        place.sql(
                "update check_in_schedule set open_check_in_id = id, open_since = '2026-11-21 08:00+09' where id = ?",
                schedule);
    }
}
