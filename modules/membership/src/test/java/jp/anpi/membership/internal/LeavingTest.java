package jp.anpi.membership.internal;

import static jp.anpi.membership.internal.Town.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.anpi.membership.InvitationKind;
import jp.anpi.membership.Member;
import jp.anpi.membership.PageLinks.Purpose;
import jp.anpi.membership.Role;
import jp.anpi.membership.Team;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who leaves is erased at once, and those who stay keep what is theirs. */
class LeavingTest {

    private static final List<String> TABLES =
            List.of("member", "consent", "team_membership", "team", "invitation", "invitation_guess", "page_link");

    private final Town town = new Town();
    private final Member hana = town.participant("U-hana");
    private final Member son = town.watcher("U-son");

    @Test
    void nothing_is_left_of_the_last_member() {
        town.leave(son);
        town.invite(hana, Role.WATCHER);
        town.use(beans -> beans.pageLinks.issue(town.id(), hana.id(), Purpose.MY_PAGE, Optional.empty(), NOON));
        town.use(beans -> beans.invitations.look(town.id(), "U-hana", "wrong", NOON));

        assertThat(TABLES).allSatisfy(table -> assertThat(rows(table)).as(table).isPositive());

        town.leave(hana);

        assertThat(TABLES).allSatisfy(table -> assertThat(rows(table)).as(table).isZero());
    }

    private long rows(String table) {
        return town.count("select count(*) from " + table + " where organization_id = ?", town.id());
    }

    @Test
    void observers_hear_of_it_while_everything_still_stands() {
        town.join(hana, son, Role.WATCHER);
        AtomicBoolean stood = new AtomicBoolean();

        town.use(beans -> {
            town.leaving.observe(event -> stood.set(
                    beans.watchLinks.watchersOf(town.id(), event.member().id()).size() == 1));
            beans.members.leave(town.id(), hana.id(), NOON);
        });

        assertThat(stood).isTrue();
        assertThat(town.leaving.fired()).singleElement().satisfies(event -> assertThat(event.member())
                .isEqualTo(hana));
    }

    @Test
    @DisplayName("E-17: when an observer fails, nobody is half erased")
    void a_failing_observer_keeps_everything() {
        town.leaving.observe(event -> {
            throw new IllegalStateException("not now");
        });

        assertThatThrownBy(() -> town.leave(hana)).hasMessage("not now");

        assertThat(town.count("select count(*) from member where id = ?", hana.id()))
                .isOne();
    }

    @Test
    void leaving_twice_is_leaving_once() {
        town.leave(hana);
        town.leave(hana);

        assertThat(town.leaving.fired()).hasSize(1);
    }

    @Test
    void who_comes_back_is_somebody_new() {
        town.leave(hana);

        Member again = town.participant("U-hana");

        assertThat(again.id()).isNotEqualTo(hana.id());
        assertThat(again.number()).isNotEqualTo(hana.number());
    }

    @Test
    void a_team_that_lost_its_participant_and_lead_goes_too() {
        town.join(hana, son, Role.WATCHER);

        town.leave(hana);

        assertThat(teams(son)).isEmpty();
        assertThat(town.count("select count(*) from team where organization_id = ?", town.id()))
                .isZero();
    }

    @Test
    @DisplayName("An invitation on its way to the daughter survives the son's leaving")
    void the_team_of_a_lead_who_stays_stays() {
        town.join(hana, son, Role.WATCHER);
        var invitation = town.invite(hana, Role.WATCHER);

        town.leave(son);

        assertThat(town.in(beans -> beans.invitations
                                .look(town.id(), "U-daughter", invitation.code(), NOON)
                                .standing())
                        .name())
                .isEqualTo("VALID");
    }

    @Test
    void those_who_stay_keep_their_team_without_the_number_of_the_one_who_left() {
        var invitation = town.invite(hana, Optional.empty(), InvitationKind.TEAM_WIDE);
        Member uncle = town.participant("U-uncle");
        town.accept(son, invitation, Role.WATCHER);
        town.accept(uncle, invitation, Role.PARTICIPANT);

        town.leave(hana);

        assertThat(teams(uncle)).singleElement().satisfies(team -> {
            assertThat(team.name()).doesNotContain(hana.number()).startsWith("チーム ");
            assertThat(team.watchers()).isOne();
        });
    }

    @Test
    void when_the_last_two_leave_at_the_same_time_no_team_is_left_behind() {
        town.join(hana, son, Role.WATCHER);

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> town.leave(hana)),
                        CompletableFuture.runAsync(() -> town.leave(son)))
                .join();

        assertThat(town.count("select count(*) from team where organization_id = ?", town.id()))
                .isZero();
    }

    @Test
    @DisplayName("R-048: the code on a team's leaflets works on when its only member leaves")
    void a_team_that_staff_made_stays_when_its_last_member_leaves() {
        long team = town.count(
                "insert into team (organization_id, kind, name, created_at) values (?, 'AREA', '北', cast(? as timestamptz))"
                        + " returning id",
                town.id(),
                NOON.toString());
        town.use(beans -> beans.jdbi.useHandle(handle -> handle.execute(
                "insert into team_membership (organization_id, team_id, member_id, role, joined_at)"
                        + " values (?, ?, ?, 'PARTICIPANT', cast(? as timestamptz))",
                town.id(),
                team,
                hana.id(),
                NOON.toString())));

        town.leave(hana);

        assertThat(town.count("select count(*) from team where id = ?", team)).isOne();
    }

    private List<Team> teams(Member member) {
        return town.in(beans -> beans.teams.of(town.id(), member.id()));
    }
}
