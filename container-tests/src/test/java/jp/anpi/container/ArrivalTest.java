package jp.anpi.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRole;
import jp.anpi.membership.StaffTeams;
import jp.anpi.membership.StaffTeams.Description;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who comes to watch somebody is told so, and whom they watch: a pair once, in however many teams it is. */
class ArrivalTest extends InContainer {

    @Inject
    private Colleagues colleagues;

    @Inject
    private StaffTeams teams;

    @Inject
    private Jdbi jdbi;

    private StaffCaller officer;
    private Member mother;
    private Member watcher;
    private long first;
    private long second;

    @BeforeEach
    void two_teams() {
        officer = colleagues.caller(StaffRole.OFFICER);
        mother = town.participant();
        watcher = town.watcher();
        first = teams.add(officer, described("花の会"), town.now()).teamId().orElseThrow();
        second = teams.add(officer, described("空の会"), town.now()).teamId().orElseThrow();
    }

    @Test
    void a_watcher_who_comes_into_a_second_team_of_the_same_participant_reads_nothing_new_and_nor_does_she() {
        join(first, mother, Role.PARTICIPANT);
        join(second, mother, Role.PARTICIPANT);
        join(first, watcher, Role.WATCHER);
        assertThat(read(watcher)).containsExactly("ADDED_AS_WATCHER");
        assertThat(read(mother)).containsExactly("WATCHER_JOINED");

        join(second, watcher, Role.WATCHER);

        assertThat(read(watcher)).containsExactly("ADDED_AS_WATCHER");
        assertThat(read(mother)).containsExactly("WATCHER_JOINED");
    }

    @Test
    void a_participant_who_comes_into_a_second_team_of_the_same_watcher_reads_nothing_new_and_nor_do_they() {
        join(first, watcher, Role.WATCHER);
        join(second, watcher, Role.WATCHER);
        assertThat(read(watcher)).as("a watcher of nobody yet, in each of both").hasSize(2);
        join(first, mother, Role.PARTICIPANT);
        List<String> before = read(watcher);
        assertThat(before).endsWith("PARTICIPANT_JOINED");
        assertThat(read(mother)).containsExactly("ADDED_AS_PARTICIPANT");

        join(second, mother, Role.PARTICIPANT);

        assertThat(read(watcher)).isEqualTo(before);
        assertThat(read(mother)).containsExactly("ADDED_AS_PARTICIPANT");
    }

    private List<String> read(Member member) {
        return jdbi.withHandle(handle -> handle.select(
                        "select kind from outbox_message where ? = any(recipient_ids) order by created_at, kind",
                        member.id())
                .mapTo(String.class)
                .list());
    }

    private void join(long team, Member member, Role role) {
        assertThat(teams.join(officer, team, member.number(), role, town.now())).isEqualTo(StaffTeams.Outcome.DONE);
    }

    private static Description described(String name) {
        return new Description(name, OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
