package jp.anpi.container;

import static jp.anpi.membership.StaffRole.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jp.anpi.foundation.WorkLoop;
import jp.anpi.membership.InvitationKind;
import jp.anpi.membership.Invitations;
import jp.anpi.membership.Invitations.Standing;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffInvitations;
import jp.anpi.membership.StaffRole;
import jp.anpi.membership.StaffTeams;
import jp.anpi.membership.StaffTeams.Description;
import jp.anpi.membership.StaffTeams.Person;
import jp.anpi.membership.TeamEndings;
import jp.anpi.membership.TeamEndings.Ended;
import jp.anpi.membership.TeamEndings.Outcome;
import jp.anpi.membership.TeamEndings.Prospect;
import jp.anpi.membership.TeamEndings.Sizes;
import jp.anpi.membership.WatchLinks;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.Answers.Source;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.EscalationPolicy;
import jp.anpi.scheduling.EscalationStep;
import jp.anpi.scheduling.OpenCheckIn;
import jp.anpi.scheduling.PoliciesInForce;
import jp.anpi.scheduling.StepsReached;
import jp.anpi.scheduling.Subject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The end of a team: nobody is let down unseen, everybody is told once, and it can be taken back (R-080, E-13). */
class TeamEndingsTest extends InContainer {

    private static final String TO_STAFF = "incident where subject_id = ? and staff_reason = 'NOBODY_TO_TELL'";

    @Inject
    private Colleagues colleagues;

    @Inject
    private SecondOrganization second;

    @Inject
    private TeamEndings endings;

    @Inject
    private StaffTeams teams;

    @Inject
    private StaffInvitations papers;

    @Inject
    private Invitations doors;

    @Inject
    private WatchLinks watchLinks;

    @Inject
    private CheckInSchedules schedules;

    @Inject
    private Answers answers;

    @Inject
    private PoliciesInForce policies;

    @Inject
    private Event<StepsReached> stepsReached;

    @Inject
    private WorkLoop workLoop;

    @Inject
    private UserTransaction transaction;

    @Inject
    private Jdbi jdbi;

    private StaffCaller officer;
    private long team;
    private Member leader;
    private Member daughter;
    private Member alone;
    private Member watched;

    /** A team with one watcher, who leads it, and two participants, of whom one has a daughter too. */
    @BeforeEach
    void a_team() {
        officer = colleagues.caller(OFFICER);
        team = teams.add(officer, described("見守り隊"), town.now()).teamId().orElseThrow();
        leader = town.watcher();
        daughter = town.watcher();
        alone = town.participant();
        watched = town.participant();
        join(leader, Role.WATCHER);
        join(alone, Role.PARTICIPANT);
        join(watched, Role.PARTICIPANT);
        teams.lead(officer, team, leader.id(), Role.WATCHER, true, town.now());
        town.accept(daughter, town.invite(watched, Role.WATCHER, InvitationKind.SINGLE_USE), Role.WATCHER);
    }

    @Test
    void e13_nobody_is_left_alone_who_was_not_on_the_page_and_everybody_is_told_once() {
        Prospect prospect = endings.prospect(officer, team, 10).orElseThrow();
        assertThat(prospect.sizes()).isEqualTo(new Sizes(2, 1, 1));
        assertThat(prospect.messages()).isEqualTo(3);
        assertThat(prospect.alone()).extracting(Person::memberId).containsExactly(alone.id());
        Member late = town.participant();
        join(late, Role.PARTICIPANT);
        long other = teams.add(officer, described("体操の会"), town.now()).teamId().orElseThrow();
        teams.join(officer, other, watched.number(), Role.PARTICIPANT, town.now());
        assertThat(endings.end(officer, team, prospect.seen(), town.now())).isEqualTo(Outcome.CHANGED_MEANWHILE);
        assertThat(watchers(alone)).containsExactly(leader.id());

        end();

        assertThat(watchers(alone)).isEmpty();
        assertThat(watchers(watched)).containsExactly(daughter.id());
        assertThat(town.count("nobody_to_tell where member_id = ?", alone.id())).isOne();
        assertThat(town.count("nobody_to_tell where member_id = ?", watched.id()))
                .isZero();
        assertThat(town.count("member where id = ? and participant_since is not null", alone.id()))
                .as("still a participant")
                .isOne();
        for (Member member : List.of(leader, alone, watched, late)) {
            assertThat(told("TEAM_ENDED", member)).isOne();
        }
        assertThat(told("TEAM_ENDED", daughter)).as("not of the team").isZero();
        assertThat(content(alone)).contains("\"participant\": \"alone\"");
        assertThat(content(watched)).contains("\"participant\": \"watched\"", "\"elsewhere\": \"yes\"");
        assertThat(content(alone)).doesNotContain("elsewhere");
        assertThat(content(leader)).contains("\"watcher\": \"yes\"", "\"lead\": \"yes\"");
        assertThat(teams.look(officer, team)).isEmpty();
        assertThat(teams.list(officer, OptionalInt.empty(), OptionalLong.empty(), 500))
                .extracting(StaffTeams.Line::id)
                .doesNotContain(team);
        assertThat(teams.join(officer, team, alone.number(), Role.PARTICIPANT, town.now()))
                .isEqualTo(StaffTeams.Outcome.UNKNOWN);
        assertThat(town.count("audit_entry where action = 'TEAM_ENDED' and note = ?", "team " + team))
                .isOne();
    }

    @Test
    void with_the_same_numbers_it_may_be_somebody_else_who_would_be_alone() {
        Prospect prospect = endings.prospect(officer, team, 10).orElseThrow();
        teams.remove(officer, team, alone.id(), Role.PARTICIPANT, town.now());
        join(town.participant(), Role.PARTICIPANT);

        assertThat(endings.prospect(officer, team, 10).orElseThrow().sizes()).isEqualTo(prospect.sizes());
        assertThat(endings.end(officer, team, prospect.seen(), town.now())).isEqualTo(Outcome.CHANGED_MEANWHILE);
    }

    @Test
    void whoever_scans_its_leaflet_is_told_that_the_team_has_ended_until_that_is_taken_back() {
        Optional<Long> inviter = Optional.of(team);
        papers.issue(officer, inviter, LocalDate.ofInstant(town.now(), ZoneId.of("Asia/Tokyo")), town.now());
        String code = papers.open(officer, inviter, town.now()).orElseThrow().code();
        String neighbour = town.account();
        Invitations.Look before = doors.look(town.id(), neighbour, code, town.now());

        end();

        assertThat(standing(neighbour, code)).isEqualTo(Standing.TEAM_ENDED);
        Member late = town.register(neighbour, Role.PARTICIPANT);
        assertThat(doors.accept(
                        town.id(), late.id(), before.invitationId().orElseThrow(), Role.PARTICIPANT, town.now()))
                .as("who was about to join when it ended")
                .isEqualTo(Standing.TEAM_ENDED);
        assertThat(papers.issue(officer, inviter, LocalDate.MAX, town.now()))
                .isEqualTo(StaffInvitations.Outcome.UNKNOWN);

        assertThat(endings.takeBack(officer, team, town.now())).isEqualTo(Outcome.DONE);

        assertThat(standing(neighbour, code)).isEqualTo(Standing.VALID);
        assertThat(watchers(alone)).containsExactly(leader.id());
        assertThat(watchers(watched)).containsExactlyInAnyOrder(leader.id(), daughter.id());
        assertThat(town.count("nobody_to_tell where member_id = ?", alone.id())).isZero();
        assertThat(teams.look(officer, team).orElseThrow().leads()).isOne();
        assertThat(told("TEAM_RESUMED", alone)).isOne();
        assertThat(endings.takeBack(officer, team, town.now()))
                .as("it goes on already")
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void e12_what_only_its_watchers_knew_of_comes_to_staff() {
        for (Member member : List.of(alone, watched)) {
            Subject subject = Subject.participant(member.id());
            schedules.set(town.id(), subject, CheckInInterval.EVERY_DAY, List.of(9), town.now());
            answers.needHelp(town.id(), subject, Source.BUTTON, town.now(), town.now());
            jdbi.useHandle(handle -> handle.execute(
                    "update incident set staff_told_at = null, staff_reason = null where subject_id = ?", member.id()));
        }

        end();

        assertThat(town.count(TO_STAFF, alone.id())).isOne();
        assertThat(town.count(TO_STAFF, watched.id())).as("her daughter knows").isZero();
        assertThat(town.count(
                        "alert_notice n join incident i on i.id = n.incident_id where i.subject_id = ?"
                                + " and n.recipient_id = ? and n.state <> 'DROPPED'",
                        watched.id(),
                        leader.id()))
                .isZero();
    }

    /** Neither sees what the other does; each alert is looked at once more before it would be sent, by LINE or by mail. */
    @Test
    void e13_an_alert_that_is_decided_while_its_team_ends_comes_to_staff() throws Exception {
        town.othersRest();
        Member distant = town.watcher();
        join(distant, Role.WATCHER);
        town.beyondLine(distant);
        StepsReached silence = silence(alone, watched);
        transaction.begin();
        stepsReached.fire(silence);
        Future<Void> ending = town.behind(() -> {
            end();
            return null;
        });
        transaction.commit();
        ending.get();
        assertThat(town.count(TO_STAFF, alone.id())).isZero();

        workLoop.advance(Duration.ZERO);

        assertThat(town.count(TO_STAFF, alone.id())).isOne();
        assertThat(town.count(TO_STAFF, watched.id()))
                .as("her daughter is told")
                .isZero();
        town.leave(daughter);
        assertThat(town.count(TO_STAFF, watched.id()))
                .as("and nobody after her")
                .isOne();
    }

    @Test
    void after_its_time_and_by_others_it_is_taken_back_no_more() {
        StaffCaller stranger = new StaffCaller(
                officer.staffId(), second.found(town.id()), "s", "s", StaffRole.SYSTEM_ADMINISTRATOR, "::1");
        StaffCaller limited = new StaffCaller(officer.staffId(), town.id(), "s", "s", OFFICER, true, "::1");
        assertThat(endings.end(stranger, team, seen(), town.now())).isEqualTo(Outcome.UNKNOWN);
        assertThat(endings.end(limited, team, seen(), town.now())).isEqualTo(Outcome.UNKNOWN);

        end();

        assertThat(endings.ended(officer, town.now())).extracting(Ended::teamId).contains(team);
        assertThat(endings.ended(officer, town.now()).get(0).people()).isEqualTo(3);
        assertThat(endings.takeBack(stranger, team, town.now())).isEqualTo(Outcome.UNKNOWN);
        assertThat(endings.takeBack(limited, team, town.now())).isEqualTo(Outcome.UNKNOWN);
        town.leave(watched);
        assertThat(endings.ended(officer, town.now()).get(0).people())
                .as("who leaves the service leaves this too")
                .isEqualTo(2);
        Duration period = Duration.ofDays(TeamEndings.DAYS_TO_TAKE_BACK);
        assertThat(endings.takeBack(officer, team, town.now().plus(period))).isEqualTo(Outcome.UNKNOWN);
        assertThat(town.count("ended_membership where team_id = ?", team)).isEqualTo(2);
    }

    /** They were asked, and the step of the alert has come. */
    private StepsReached silence(Member... people) {
        EscalationPolicy policy = policies.ofParticipant(town.id(), people[0].id());
        List<Integer> hours = List.of(town.nextHour());
        for (Member member : people) {
            Subject subject = Subject.participant(member.id());
            schedules.set(town.id(), subject, CheckInInterval.EVERY_7_DAYS, hours, town.now());
        }
        workLoop.advance(Duration.ofHours(1));
        List<OpenCheckIn> open = Stream.of(people).map(this::open).toList();
        return new StepsReached(town.id(), policy, 1, EscalationStep.Action.ALERT_WATCHERS, open, town.now());
    }

    private OpenCheckIn open(Member member) {
        return jdbi.withHandle(handle -> handle.select(
                        "select id, opened_at, policy_id from check_in where subject_id = ?", member.id())
                .map((row, context) -> new OpenCheckIn(
                        row.getLong("id"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        town.id(),
                        Subject.participant(member.id()),
                        row.getLong("policy_id"),
                        Optional.of(town.now()),
                        Optional.empty()))
                .one());
    }

    private void end() {
        assertThat(endings.end(officer, team, seen(), town.now())).isEqualTo(Outcome.DONE);
    }

    private String seen() {
        return endings.prospect(officer, team, 1).orElseThrow().seen();
    }

    private void join(Member member, Role role) {
        assertThat(teams.join(officer, team, member.number(), role, town.now())).isEqualTo(StaffTeams.Outcome.DONE);
    }

    private Standing standing(String account, String code) {
        return doors.look(town.id(), account, code, town.now()).standing();
    }

    private List<Long> watchers(Member participant) {
        return watchLinks.watchersOf(town.id(), participant.id()).stream()
                .map(Member::id)
                .toList();
    }

    private long told(String kind, Member member) {
        return town.count("outbox_message where kind = ? and ? = any(recipient_ids)", kind, member.id());
    }

    private String content(Member member) {
        return jdbi.withHandle(handle -> handle.select(
                        "select content from outbox_message where kind = 'TEAM_ENDED' and ? = any(recipient_ids)",
                        member.id())
                .mapTo(String.class)
                .one());
    }

    private static Description described(String name) {
        return new Description(name, OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
