package jp.anpi.membership.internal;

import static jp.anpi.membership.internal.Town.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import jp.anpi.membership.InvitationKind;
import jp.anpi.membership.Invitations.Issued;
import jp.anpi.membership.Invitations.Standing;
import jp.anpi.membership.Member;
import jp.anpi.membership.Nickname;
import jp.anpi.membership.PageLinks.Purpose;
import jp.anpi.membership.Role;
import org.junit.jupiter.api.Test;

/** Every row belongs to one organization: with the ids of another one's people, every use case finds nobody. */
class OtherOrganizationTest {

    private final Town town = new Town();
    private final Town other = new Town();
    private final Member hana = town.participant("U-hana");
    private final Member son = town.watcher("U-son");
    private final Member stranger = other.watcher("U-stranger");

    @Test
    void members_are_found_only_at_home() {
        other.use(beans -> {
            assertThat(beans.members.byId(other.id(), hana.id())).isEmpty();
            assertThat(beans.members.byLineUserId(other.id(), "U-hana")).isEmpty();
            assertThat(beans.members.reachableLineUserIds(other.id(), List.of(hana.id())))
                    .isEmpty();
        });
    }

    @Test
    void the_same_line_account_is_another_member_elsewhere() {
        Member elsewhere = other.participant("U-hana");

        assertThat(elsewhere.id()).isNotEqualTo(hana.id());
        other.use(beans -> beans.members.blocked(other.id(), "U-hana", NOON));
        town.use(beans -> assertThat(beans.members.byId(town.id(), hana.id())).contains(hana));
    }

    @Test
    void nobody_is_changed_from_elsewhere() {
        Nickname name = Nickname.of("はな").orElseThrow();
        assertThatThrownBy(() -> other.use(beans -> beans.members.rename(other.id(), hana.id(), name)))
                .isInstanceOf(IllegalArgumentException.class);
        other.use(beans -> beans.members.blocked(other.id(), "U-hana", NOON));
        other.use(beans -> beans.members.returned(other.id(), "U-hana", NOON));
        other.leave(hana);

        assertThat(other.blocked.fired()).isEmpty();
        assertThat(other.leaving.fired()).isEmpty();
        town.use(beans -> assertThat(beans.members.byId(town.id(), hana.id())).contains(hana));
    }

    @Test
    void teams_and_links_are_seen_only_at_home() {
        town.join(hana, son, Role.WATCHER);

        other.use(beans -> {
            assertThat(beans.teams.of(other.id(), hana.id())).isEmpty();
            assertThat(beans.watchLinks.reachable(other.id(), List.of(hana.id())))
                    .isEmpty();
            assertThat(beans.watchLinks.watchersOf(other.id(), hana.id())).isEmpty();
            assertThat(beans.watchLinks.watchedBy(other.id(), son.id())).isEmpty();
        });
    }

    @Test
    void an_invitation_opens_nothing_elsewhere() {
        Issued invitation = town.invite(hana, Role.WATCHER);

        other.use(beans -> {
            assertThat(beans.invitations
                            .look(other.id(), "U-stranger", invitation.code(), NOON)
                            .standing())
                    .isEqualTo(Standing.UNKNOWN);
            assertThat(beans.invitations.accept(
                            other.id(), stranger.id(), invitation.invitationId(), Role.WATCHER, NOON))
                    .isEqualTo(Standing.UNKNOWN);
            assertThat(beans.invitations.revoke(other.id(), hana.id(), invitation.invitationId(), NOON))
                    .isFalse();
        });
        assertThatThrownBy(() -> town.accept(stranger, invitation, Role.WATCHER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobody_invites_or_gets_a_link_elsewhere() {
        assertThatThrownBy(() -> other.in(beans -> beans.invitations.issue(
                        other.id(), hana.id(), Optional.empty(), InvitationKind.TEAM_WIDE, NOON)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> other.in(
                        beans -> beans.pageLinks.issue(other.id(), hana.id(), Purpose.MY_PAGE, Optional.empty(), NOON)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_page_link_says_whose_it_is() {
        String token =
                town.in(beans -> beans.pageLinks.issue(town.id(), hana.id(), Purpose.MY_PAGE, Optional.empty(), NOON));

        other.use(beans -> assertThat(beans.pageLinks.open(token, NOON))
                .hasValueSatisfying(visit -> assertThat(visit.organizationId()).isEqualTo(town.id())));
    }

    @Test
    void a_locked_account_is_locked_only_where_it_guessed() {
        for (int i = 0; i < 5; i++) {
            town.use(beans -> beans.invitations.look(town.id(), "U-stranger", "wrong", NOON));
        }

        other.use(beans -> assertThat(beans.invitations
                        .look(other.id(), "U-stranger", "wrong", NOON)
                        .standing())
                .isEqualTo(Standing.UNKNOWN));
    }

    @Test
    void terms_are_those_of_the_organization() {
        other.use(
                beans -> assertThat(beans.organizations.currentTerms(other.id()).organizationId())
                        .isEqualTo(other.id()));
    }
}
