package jp.anpi.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import jp.anpi.membership.InvitationKind;
import jp.anpi.membership.Invitations;
import jp.anpi.membership.Invitations.Issued;
import jp.anpi.membership.Invitations.Standing;
import jp.anpi.membership.Member;
import jp.anpi.membership.Members;
import jp.anpi.membership.PageLinks;
import jp.anpi.membership.PageLinks.Purpose;
import jp.anpi.membership.Role;
import jp.anpi.membership.Teams;
import jp.anpi.membership.WatchLinks;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.Subject;
import org.junit.jupiter.api.Test;

/** The way of a member through the service, each step in the container's own transaction. */
class MembershipTest extends InContainer {

    @Inject
    private Members members;

    @Inject
    private Invitations invitations;

    @Inject
    private Teams teams;

    @Inject
    private WatchLinks watchLinks;

    @Inject
    private PageLinks pageLinks;

    @Inject
    private CheckInSchedules schedules;

    @Test
    void a_registered_member_is_found_by_the_next_transaction() {
        String account = town.account();

        Member member = town.register(account, Role.PARTICIPANT);

        assertThat(members.byLineUserId(town.id(), account)).contains(member);
        assertThat(members.byId(town.id(), member.id())).contains(member);
        assertThat(town.count("consent where member_id = ?", member.id())).isOne();
    }

    @Test
    void who_accepts_an_invitation_watches_the_inviter() {
        Member participant = town.participant();
        Member watcher = town.watcher();
        Issued invitation = town.invite(participant, Role.WATCHER, InvitationKind.SINGLE_USE);
        assertThat(invitations
                        .look(town.id(), watcher.lineUserId(), invitation.code(), town.now())
                        .standing())
                .isEqualTo(Standing.VALID);

        Standing standing = town.accept(watcher, invitation, Role.WATCHER);

        assertThat(standing).isEqualTo(Standing.VALID);
        assertThat(watchLinks.watchersOf(town.id(), participant.id()))
                .extracting(Member::id)
                .containsExactly(watcher.id());
        assertThat(teams.of(town.id(), participant.id())).singleElement().satisfies(team -> assertThat(team.watchers())
                .isOne());
        assertThat(town.accept(town.watcher(), invitation, Role.WATCHER)).isEqualTo(Standing.USED);
    }

    @Test
    void nothing_is_left_of_a_member_who_leaves() {
        Member watcher = town.watcher();
        Member participant = town.watched(watcher);
        town.invite(participant, Role.WATCHER, InvitationKind.TEAM_WIDE);
        pageLinks.issue(town.id(), participant.id(), Purpose.MY_PAGE, Optional.empty(), town.now());
        invitations.look(town.id(), participant.lineUserId(), "wrong", town.now());
        Subject subject = Subject.participant(participant.id());
        schedules.set(town.id(), subject, CheckInInterval.EVERY_DAY, List.of(9), town.now());

        town.leave(participant);

        assertThat(List.of(
                        "member where id = ?",
                        "consent where member_id = ?",
                        "team where lead_id = ?",
                        "team_membership where member_id = ?",
                        "invitation where inviter_id = ?",
                        "page_link where member_id = ?",
                        "check_in_schedule where subject_kind = 'PARTICIPANT' and subject_id = ?",
                        "check_in where subject_id = ?",
                        "incident where subject_id = ?"))
                .allSatisfy(rows ->
                        assertThat(town.count(rows, participant.id())).as(rows).isZero());
        assertThat(town.count("invitation_guess where line_user_id = ?", participant.lineUserId()))
                .isZero();
        assertThat(watchLinks.watchedBy(town.id(), watcher.id())).isEmpty();
    }
}
