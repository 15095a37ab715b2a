package jp.anpi.membership.internal;

import static jp.anpi.membership.internal.Town.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import jp.anpi.foundation.Purge;
import jp.anpi.membership.InvitationKind;
import jp.anpi.membership.Invitations.Issue;
import jp.anpi.membership.Invitations.Issued;
import jp.anpi.membership.Invitations.Look;
import jp.anpi.membership.Invitations.Refusal;
import jp.anpi.membership.Invitations.Standing;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A code opens one team, to the right people, as long as it is meant to (R-043 … R-053). */
class InvitationsTest {

    private final Town town = new Town();
    private final Member hana = town.participant("U-hana");
    private final Member son = town.watcher("U-son");
    private final Member daughter = town.watcher("U-daughter");

    @Test
    @DisplayName("R-050: the code works typed in any way, by somebody who is no member yet")
    void a_stranger_may_look_at_a_valid_code() {
        Issued invitation = town.invite(hana, Role.WATCHER);

        Look look =
                look("U-stranger", invitation.code().toLowerCase(Locale.ROOT).replace('-', 'ー'), NOON);

        assertThat(look)
                .isEqualTo(new Look(
                        Standing.VALID,
                        Optional.of(invitation.invitationId()),
                        Optional.of(Role.WATCHER),
                        Optional.empty()));
    }

    @Test
    @DisplayName("R-044: accepting joins the team in the role and is told")
    void accepting_links_the_two() {
        Standing standing = town.accept(son, town.invite(hana, Role.WATCHER), Role.WATCHER);

        assertThat(standing).isEqualTo(Standing.VALID);
        town.use(beans ->
                assertThat(beans.watchLinks.watchersOf(town.id(), hana.id())).containsExactly(son));
        assertThat(town.joined.fired()).singleElement().satisfies(event -> {
            assertThat(event.member()).isEqualTo(son);
            assertThat(event.role()).isEqualTo(Role.WATCHER);
            assertThat(event.at()).isEqualTo(NOON);
        });
    }

    @Test
    void a_single_use_code_works_once_and_its_user_is_in_already() {
        Issued invitation = town.invite(hana, Role.WATCHER);
        town.accept(son, invitation, Role.WATCHER);

        assertThat(look("U-daughter", invitation.code(), NOON).standing()).isEqualTo(Standing.USED);
        assertThat(town.accept(daughter, invitation, Role.WATCHER)).isEqualTo(Standing.USED);
        assertThat(look("U-son", invitation.code(), NOON).standing()).isEqualTo(Standing.ALREADY_IN);
        assertThat(town.accept(son, invitation, Role.WATCHER)).isEqualTo(Standing.ALREADY_IN);
    }

    @Test
    @DisplayName("R-051, R-053: a team-wide code leaves the role open and serves many")
    void a_team_wide_code_serves_all_who_come() {
        Issued invitation = town.invite(hana, Optional.empty(), InvitationKind.TEAM_WIDE);

        assertThat(look("U-stranger", invitation.code(), NOON).role()).isEmpty();
        assertThat(town.accept(son, invitation, Role.WATCHER)).isEqualTo(Standing.VALID);
        assertThat(town.accept(town.participant("U-friend"), invitation, Role.PARTICIPANT))
                .isEqualTo(Standing.VALID);
        assertThat(look("U-stranger", invitation.code(), NOON).standing()).isEqualTo(Standing.VALID);
    }

    @Test
    void an_invitation_ends_after_the_days_of_the_organization() {
        Issued invitation = town.invite(hana, Role.WATCHER);
        Instant end = NOON.plus(Duration.ofDays(7));

        assertThat(invitation.expiresAt()).isEqualTo(end);
        assertThat(look("U-son", invitation.code(), end.minusMillis(1)).standing())
                .isEqualTo(Standing.VALID);
        assertThat(look("U-son", invitation.code(), end).standing()).isEqualTo(Standing.EXPIRED);
    }

    @Test
    void the_inviter_alone_can_take_an_invitation_back_and_only_once() {
        Issued invitation = town.invite(hana, Role.WATCHER);

        assertThat(revoke(son, invitation)).isFalse();
        assertThat(revoke(hana, invitation)).isTrue();
        assertThat(revoke(hana, invitation)).isFalse();
        assertThat(look("U-son", invitation.code(), NOON).standing()).isEqualTo(Standing.REVOKED);
        assertThat(town.accept(son, invitation, Role.WATCHER)).isEqualTo(Standing.REVOKED);
    }

    @Test
    void nobody_invites_themselves() {
        Issued invitation = town.invite(hana, Role.WATCHER);

        assertThat(look("U-hana", invitation.code(), NOON).standing()).isEqualTo(Standing.OWN);
        assertThat(town.accept(hana, invitation, Role.WATCHER)).isEqualTo(Standing.OWN);
    }

    @Test
    @DisplayName("R-032: a personal team has one watcher and one more")
    void a_third_watcher_is_neither_invited_nor_let_in() {
        Issued early = town.invite(hana, Role.WATCHER);
        town.join(hana, son, Role.WATCHER);
        town.join(hana, daughter, Role.WATCHER);

        Issue issue = town.in(beans -> beans.invitations.issue(
                town.id(), hana.id(), Optional.of(Role.WATCHER), InvitationKind.SINGLE_USE, NOON));

        assertThat(issue).isEqualTo(new Issue(Optional.empty(), Optional.of(Refusal.TEAM_FULL)));
        assertThat(look("U-stranger", early.code(), NOON).standing()).isEqualTo(Standing.TEAM_FULL);
        assertThat(town.accept(town.watcher("U-neighbour"), early, Role.WATCHER))
                .isEqualTo(Standing.TEAM_FULL);
    }

    @Test
    @DisplayName("R-032: of two who take the last place at the same time, one gets it")
    void the_last_place_is_given_once() {
        town.join(hana, son, Role.WATCHER);
        Issued one = town.invite(hana, Role.WATCHER);
        Issued other = town.invite(hana, Role.WATCHER);
        Member neighbour = town.watcher("U-neighbour");

        assertThat(atTheSameTime(daughter, one, neighbour, other))
                .containsExactlyInAnyOrder(Standing.VALID, Standing.TEAM_FULL);
    }

    @Test
    void a_single_use_code_taken_by_two_at_the_same_time_lets_one_in() {
        Issued invitation = town.invite(hana, Role.WATCHER);

        assertThat(atTheSameTime(son, invitation, daughter, invitation))
                .containsExactlyInAnyOrder(Standing.VALID, Standing.USED);
    }

    @Test
    @DisplayName("R-034: participants are not limited")
    void a_watcher_may_invite_many_participants_with_one_code() {
        Issued invitation = town.invite(son, Optional.of(Role.PARTICIPANT), InvitationKind.TEAM_WIDE);

        for (int i = 0; i < 10; i++) {
            assertThat(town.accept(town.participant("U-many-" + i), invitation, Role.PARTICIPANT))
                    .isEqualTo(Standing.VALID);
        }
        town.use(beans ->
                assertThat(beans.watchLinks.watchedBy(town.id(), son.id())).hasSize(10));
    }

    @Test
    void an_invitation_for_one_role_is_not_accepted_in_another() {
        Issued invitation = town.invite(hana, Role.WATCHER);

        assertThatThrownBy(() -> town.accept(son, invitation, Role.PARTICIPANT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_invitation_of_somebody_who_left_is_unknown() {
        Issued invitation = town.invite(hana, Role.WATCHER);
        town.leave(hana);

        assertThat(look("U-son", invitation.code(), NOON).standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(town.accept(son, invitation, Role.WATCHER)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void the_code_itself_is_not_in_the_database() {
        Issued invitation = town.invite(hana, Role.WATCHER);

        assertThat(town.count(
                        "select count(*) from invitation i where id = ? and to_jsonb(i)::text ilike '%' || ? || '%'",
                        invitation.invitationId(), invitation.code().replace("-", "")))
                .isZero();
    }

    @Test
    void nobody_has_more_than_twenty_open_invitations() {
        for (int i = 0; i < 20; i++) {
            town.invite(hana, Role.WATCHER);
        }

        assertThat(issue(NOON).refusal()).contains(Refusal.TOO_MANY);
        assertThat(issue(NOON.plus(Duration.ofDays(7))).issued())
                .as("when those have expired")
                .isPresent();
    }

    @Test
    void what_expired_long_ago_is_removed() {
        Issued old = town.invite(hana, Role.WATCHER);
        purge(NOON.plus(Duration.ofDays(41)));
        assertThat(rows(old)).isOne();

        purge(NOON.plus(Duration.ofDays(43)));

        assertThat(rows(old)).isZero();
    }

    @Test
    void an_invitation_prints_without_its_code() {
        Issued invitation = town.invite(hana, Role.WATCHER);

        assertThat(invitation.toString()).doesNotContain(invitation.code());
    }

    private Issue issue(Instant at) {
        return town.in(beans -> beans.invitations.issue(
                town.id(), hana.id(), Optional.of(Role.WATCHER), InvitationKind.SINGLE_USE, at));
    }

    private void purge(Instant at) {
        town.use(beans -> {
            ExpiredInvitations expired = new ExpiredInvitations();
            expired.jdbi = beans.jdbi;
            expired.purge(at.minus(Purge.KEPT), 5_000);
        });
    }

    private long rows(Issued invitation) {
        return town.count("select count(*) from invitation where id = ?", invitation.invitationId());
    }

    /** Whoever is in first takes a while before committing, so that the other one comes in between. */
    private Stream<Standing> atTheSameTime(Member one, Issued first, Member other, Issued second) {
        town.joined.observe(
                event -> LockSupport.parkNanos(Duration.ofMillis(400).toNanos()));
        var a = CompletableFuture.supplyAsync(() -> town.accept(one, first, Role.WATCHER));
        var b = CompletableFuture.supplyAsync(() -> town.accept(other, second, Role.WATCHER));
        return Stream.of(a.join(), b.join());
    }

    private Look look(String account, String code, Instant at) {
        return town.in(beans -> beans.invitations.look(town.id(), account, code, at));
    }

    private boolean revoke(Member inviter, Issued invitation) {
        return town.in(beans -> beans.invitations.revoke(town.id(), inviter.id(), invitation.invitationId(), NOON));
    }
}
