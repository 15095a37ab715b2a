package jp.anpi.membership.internal;

import static jp.anpi.membership.internal.Town.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.anpi.membership.InvitationKind;
import jp.anpi.membership.Invitations.Standing;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import jp.anpi.membership.Team;
import jp.anpi.membership.WatchLink;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which team an invitation leads into, and who then watches whom (R-025, R-032 … R-035). */
class TeamsTest {

    private final Town town = new Town();
    private final Member hana = town.participant("U-hana");
    private final Member son = town.watcher("U-son");

    @Test
    @DisplayName("R-043: a participant invites a watcher into the participant's own team")
    void a_participant_leads_the_team_of_their_watchers() {
        town.join(hana, son, Role.WATCHER);

        assertThat(teams(hana)).singleElement().satisfies(team -> {
            assertThat(team.name()).isEqualTo(hana.number() + " のチーム");
            assertThat(team.lead()).isTrue();
            assertThat(team.personal()).isTrue();
            assertThat(team.participants()).isOne();
            assertThat(team.watchers()).isOne();
        });
        assertThat(teams(son)).singleElement().satisfies(team -> assertThat(team.lead())
                .isFalse());
    }

    @Test
    @DisplayName("R-043: a watcher may begin")
    void a_watcher_leads_the_team_of_those_whom_they_invited() {
        town.join(son, hana, Role.PARTICIPANT);

        assertThat(teams(son)).singleElement().satisfies(team -> assertThat(team.lead())
                .isTrue());
        assertThat(watchers(hana)).containsExactly(son);
        assertThat(watched(son)).containsExactly(hana);
    }

    @Test
    @DisplayName("R-032: the son invites the daughter to the team in which he watches")
    void a_watcher_without_an_own_team_invites_a_second_watcher_to_the_participant() {
        town.join(hana, son, Role.WATCHER);
        Member daughter = town.watcher("U-daughter");

        town.join(son, daughter, Role.WATCHER);

        assertThat(watchers(hana)).containsExactly(son, daughter);
    }

    @Test
    void a_watcher_with_an_own_team_invites_a_second_watcher_there() {
        town.join(hana, son, Role.WATCHER);
        Member uncle = town.participant("U-uncle");
        town.join(son, uncle, Role.PARTICIPANT);
        Member daughter = town.watcher("U-daughter");

        town.join(son, daughter, Role.WATCHER);

        assertThat(watchers(uncle)).containsExactly(son, daughter);
        assertThat(watchers(hana)).containsExactly(son);
    }

    @Test
    void a_watcher_who_watches_nobody_yet_may_invite_a_second_watcher_first() {
        Member daughter = town.watcher("U-daughter");
        town.join(son, daughter, Role.WATCHER);
        town.join(son, hana, Role.PARTICIPANT);

        assertThat(watchers(hana)).containsExactlyInAnyOrder(son, daughter);
    }

    @Test
    @DisplayName("R-033, R-039: whom I watch and who watches me do not meet")
    void who_is_both_has_two_circles_that_do_not_see_each_other() {
        town.join(hana, son, Role.WATCHER);
        Member both = town.watcher("U-hana");
        Member neighbour = town.participant("U-neighbour");

        town.join(both, neighbour, Role.PARTICIPANT);

        assertThat(watchers(neighbour)).extracting(Member::id).containsExactly(hana.id());
        assertThat(watched(son)).extracting(Member::id).containsExactly(hana.id());
        assertThat(teams(both)).hasSize(2).allSatisfy(team -> assertThat(team.lead())
                .isTrue());
    }

    @Test
    void nobody_watches_themselves_even_with_both_roles_in_one_team() {
        var invitation = town.invite(hana, Optional.empty(), InvitationKind.TEAM_WIDE);
        town.accept(son, invitation, Role.WATCHER);
        town.accept(son, invitation, Role.PARTICIPANT);

        assertThat(watchers(son)).isEmpty();
        assertThat(watched(son)).extracting(Member::id).containsExactly(hana.id());
        assertThat(reachable(son, hana)).containsExactly(new WatchLink(hana.id(), son.id()));
    }

    @Test
    @DisplayName("R-035: a pair in several teams is one link")
    void who_shares_two_teams_is_told_once() {
        town.join(hana, son, Role.WATCHER);
        town.join(son, hana, Role.PARTICIPANT);

        assertThat(teams(son)).hasSize(2);
        assertThat(reachable(hana)).containsExactly(new WatchLink(hana.id(), son.id()));
        assertThat(watchers(hana)).extracting(Member::id).containsExactly(son.id());
    }

    @Test
    @DisplayName("E-13, E-14: who blocked us cannot be told, but still belongs")
    void a_watcher_who_blocked_us_is_not_reachable() {
        town.join(hana, son, Role.WATCHER);
        town.use(beans -> beans.members.blocked(town.id(), "U-son", NOON));

        assertThat(reachable(hana)).isEmpty();
        assertThat(watchers(hana)).hasSize(1);
    }

    @Test
    void one_link_ends_and_the_others_of_the_team_keep_theirs() {
        var invitation = town.invite(hana, Optional.empty(), InvitationKind.TEAM_WIDE);
        Member uncle = town.participant("U-uncle");
        town.accept(son, invitation, Role.WATCHER);
        town.accept(uncle, invitation, Role.PARTICIPANT);

        assertThat(end(hana, son)).isTrue();
        assertThat(end(hana, son)).as("ended before").isFalse();

        assertThat(watchers(hana)).isEmpty();
        assertThat(reachable(hana, uncle)).containsExactly(new WatchLink(uncle.id(), son.id()));
        assertThat(watched(son)).containsExactly(uncle);
        assertThat(town.ended.fired()).singleElement().satisfies(event -> assertThat(event.watcher())
                .isEqualTo(son));
    }

    @Test
    void an_ended_link_ends_in_every_team_and_begins_again_by_an_invitation() {
        town.join(hana, son, Role.WATCHER);
        town.join(son, hana, Role.PARTICIPANT);
        end(hana, son);
        assertThat(watchers(hana)).isEmpty();
        assertThat(teams(hana)).as("her place in his circle").hasSize(1);
        assertThat(teams(son)).as("his place in hers").hasSize(1);
        town.joined.fired().clear();

        town.join(hana, son, Role.WATCHER);

        assertThat(watchers(hana)).containsExactly(son);
        assertThat(town.joined.fired().get(0).linked()).containsExactly(hana.id());
    }

    @Test
    void who_still_has_a_place_in_the_team_begins_again_there() {
        var invitation = town.invite(hana, Optional.empty(), InvitationKind.TEAM_WIDE);
        Member uncle = town.participant("U-uncle");
        town.accept(son, invitation, Role.WATCHER);
        town.accept(uncle, invitation, Role.PARTICIPANT);
        town.join(hana, town.watcher("U-daughter"), Role.WATCHER);
        end(hana, son);
        town.joined.fired().clear();

        assertThat(town.accept(son, invitation, Role.WATCHER)).isEqualTo(Standing.VALID);

        assertThat(watched(son)).containsExactly(hana, uncle);
        assertThat(town.joined.fired().get(0).linked())
                .as("whom he watched all the time hears nothing")
                .containsExactly(hana.id());
    }

    @Test
    @DisplayName("R-032: the place of a watcher whose watching ended is free")
    void the_place_of_an_ended_watcher_can_be_taken() {
        town.join(hana, son, Role.WATCHER);
        town.join(hana, town.watcher("U-daughter"), Role.WATCHER);
        end(hana, son);

        town.join(hana, town.watcher("U-neighbour"), Role.WATCHER);

        assertThat(watchers(hana)).hasSize(2).doesNotContain(son);
    }

    @Test
    @DisplayName("R-033: a link is new once, whatever teams the two share later")
    void who_is_linked_already_is_not_linked_anew() {
        town.join(hana, son, Role.WATCHER);
        assertThat(town.joined.fired().get(0).linked()).containsExactly(hana.id());

        town.join(son, hana, Role.PARTICIPANT);

        assertThat(town.joined.fired().get(1).linked()).isEmpty();
    }

    @Test
    void links_of_many_come_in_order_of_the_participants() {
        Member uncle = town.participant("U-uncle");
        town.join(hana, son, Role.WATCHER);
        town.join(uncle, son, Role.WATCHER);

        assertThat(reachable(uncle, hana))
                .containsExactly(new WatchLink(hana.id(), son.id()), new WatchLink(uncle.id(), son.id()));
        assertThat(reachable()).isEmpty();
    }

    private boolean end(Member participant, Member watcher) {
        return town.in(
                beans -> beans.watchLinks.end(town.id(), participant.id(), watcher.id(), Role.PARTICIPANT, NOON));
    }

    private List<Team> teams(Member member) {
        return town.in(beans -> beans.teams.of(town.id(), member.id()));
    }

    private List<Member> watchers(Member participant) {
        return town.in(beans -> beans.watchLinks.watchersOf(town.id(), participant.id()));
    }

    private List<Member> watched(Member watcher) {
        return town.in(beans -> beans.watchLinks.watchedBy(town.id(), watcher.id()));
    }

    private List<WatchLink> reachable(Member... participants) {
        List<Long> ids = Arrays.stream(participants).map(Member::id).toList();
        return town.in(beans -> beans.watchLinks.reachable(town.id(), ids));
    }
}
