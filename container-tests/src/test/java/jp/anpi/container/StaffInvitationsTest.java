package jp.anpi.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import jp.anpi.membership.Invitations;
import jp.anpi.membership.Invitations.Look;
import jp.anpi.membership.Invitations.Standing;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffInvitations;
import jp.anpi.membership.StaffInvitations.Inviter;
import jp.anpi.membership.StaffInvitations.Open;
import jp.anpi.membership.StaffInvitations.Outcome;
import jp.anpi.membership.StaffRole;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What staff hand out on paper opens the door of one team, or of the service itself. */
class StaffInvitationsTest extends InContainer {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Inject
    private StaffInvitations invitations;

    @Inject
    private Invitations doors;

    @Inject
    private SecondOrganization second;

    @Inject
    private Colleagues colleagues;

    @Inject
    private Jdbi jdbi;

    @Test
    void whoever_scans_the_paper_of_a_team_is_a_participant_of_it() {
        Optional<Long> team = Optional.of(team("北地区"));
        StaffCaller officer = caller(StaffRole.OFFICER);
        assertThat(invitations.open(officer, team, town.now())).isEmpty();

        assertThat(invitations.issue(officer, team, today().plusDays(30), town.now()))
                .isEqualTo(Outcome.DONE);
        assertThat(invitations.issue(officer, team, today().plusDays(60), town.now()))
                .isEqualTo(Outcome.OPEN_ALREADY);
        Open open = invitations.open(officer, team, town.now()).orElseThrow();

        assertThat(open.lastDay()).isEqualTo(today().plusDays(30));
        assertThat(open.invitedBy()).isEqualTo("北地区");
        Member neighbour = follow(open, town.account());
        assertThat(town.count(
                        "team_membership where team_id = ? and member_id = ? and role = 'PARTICIPANT'",
                        team.get(),
                        neighbour.id()))
                .isOne();
        assertThat(follow(open, town.account())).as("it is for as many as come").isNotNull();
        assertThat(doors.look(town.id(), neighbour.lineUserId(), open.code(), town.now())
                        .standing())
                .isEqualTo(Standing.ALREADY_IN);
        assertThat(town.count("audit_entry where action = 'INVITATION_ISSUED' and about = ?", "team " + team.get()))
                .isOne();
    }

    @Test
    void the_paper_of_the_organization_leads_into_no_team() {
        StaffCaller officer = caller(StaffRole.OFFICER);
        invitations
                .open(officer, Optional.empty(), town.now())
                .ifPresent(open -> invitations.withdraw(officer, open.id(), town.now()));
        assertThat(invitations.issue(officer, Optional.empty(), today(), town.now()))
                .isEqualTo(Outcome.DONE);
        Open open = invitations.open(officer, Optional.empty(), town.now()).orElseThrow();

        Member participant = follow(open, town.account());

        assertThat(town.count("team_membership where member_id = ?", participant.id()))
                .isZero();
        assertThat(look(open, participant.lineUserId(), town.now()).standing()).isEqualTo(Standing.ALREADY_IN);
        assertThat(look(open, town.account(), town.now().plus(Duration.ofDays(1)))
                        .standing())
                .as("the last day is over")
                .isEqualTo(Standing.EXPIRED);
    }

    @Test
    void what_was_withdrawn_opens_nothing_any_more() {
        Optional<Long> team = Optional.of(team("西"));
        StaffCaller officer = caller(StaffRole.OFFICER);
        invitations.issue(officer, team, today(), town.now());
        Open open = invitations.open(officer, team, town.now()).orElseThrow();

        assertThat(invitations.withdraw(officer, open.id(), town.now())).isEqualTo(Outcome.DONE);

        assertThat(look(open, town.account(), town.now()).standing()).isEqualTo(Standing.REVOKED);
        assertThat(invitations.open(officer, team, town.now())).isEmpty();
        assertThat(invitations.withdraw(officer, open.id(), town.now())).isEqualTo(Outcome.UNKNOWN);
        assertThat(invitations.issue(officer, team, today(), town.now())).isEqualTo(Outcome.DONE);
    }

    @Test
    void a_welfare_commissioner_invites_into_the_own_teams_only() {
        Optional<Long> own = Optional.of(team("南"));
        Optional<Long> other = Optional.of(team("東"));
        StaffCaller commissioner = caller(StaffRole.COMMISSIONER);
        jdbi.useHandle(handle -> handle.execute(
                "insert into staff_scope (staff_id, team_id) values (?, ?)", commissioner.staffId(), own.get()));

        assertThat(invitations.inviters(commissioner, town.now()))
                .extracting(Inviter::teamId)
                .contains(own)
                .doesNotContain(other, Optional.empty());
        assertThat(invitations.issue(commissioner, other, today(), town.now())).isEqualTo(Outcome.UNKNOWN);
        assertThat(invitations.issue(commissioner, Optional.empty(), today(), town.now()))
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(invitations.issue(commissioner, own, today(), town.now())).isEqualTo(Outcome.DONE);
        invitations.issue(caller(StaffRole.OFFICER), other, today(), town.now());
        long theirs = invitations
                .open(caller(StaffRole.OFFICER), other, town.now())
                .orElseThrow()
                .id();
        assertThat(invitations.withdraw(commissioner, theirs, town.now())).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void another_organization_neither_sees_nor_withdraws_it() {
        Optional<Long> team = Optional.of(team("中"));
        StaffCaller officer = caller(StaffRole.OFFICER);
        invitations.issue(officer, team, today(), town.now());
        long id = invitations.open(officer, team, town.now()).orElseThrow().id();
        StaffCaller stranger = new StaffCaller(
                officer.staffId(), second.found(town.id()), "s", "s", StaffRole.SYSTEM_ADMINISTRATOR, "::1");

        assertThat(invitations.open(stranger, team, town.now())).isEmpty();
        assertThat(invitations.withdraw(stranger, id, town.now())).isEqualTo(Outcome.UNKNOWN);
        assertThat(invitations.issue(stranger, team, today(), town.now())).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void a_day_that_is_over_or_far_away_is_refused() {
        Optional<Long> team = Optional.of(team("港"));
        StaffCaller officer = caller(StaffRole.OFFICER);

        for (LocalDate day :
                new LocalDate[] {today().minusDays(1), today().plusYears(3).plusDays(1)}) {
            assertThat(invitations.issue(officer, team, day, town.now())).isEqualTo(Outcome.LAST_DAY_UNUSABLE);
        }
        assertThat(invitations.open(officer, team, town.now())).isEmpty();
    }

    private Member follow(Open open, String account) {
        Look look = look(open, account, town.now());
        assertThat(look.standing()).isEqualTo(Standing.VALID);
        assertThat(look.role()).contains(Role.PARTICIPANT);
        Member member = town.register(account, Role.PARTICIPANT);
        assertThat(doors.accept(
                        town.id(), member.id(), look.invitationId().orElseThrow(), Role.PARTICIPANT, town.now()))
                .isEqualTo(Standing.VALID);
        return member;
    }

    private Look look(Open open, String account, Instant at) {
        return doors.look(town.id(), account, open.code(), at);
    }

    private LocalDate today() {
        return town.now().atZone(TOKYO).toLocalDate();
    }

    private long team(String name) {
        return jdbi.withHandle(handle -> handle.createQuery("insert into team (organization_id, kind, name,"
                        + " created_at) values (?, 'AREA', ?, ?) returning id")
                .bind(0, town.id())
                .bind(1, name)
                .bind(2, town.now())
                .mapTo(Long.class)
                .one());
    }

    private StaffCaller caller(StaffRole role) {
        return colleagues.caller(role);
    }
}
