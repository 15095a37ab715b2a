package jp.anpi.container;

import static jp.anpi.membership.StaffRole.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jp.anpi.foundation.WorkLoop;
import jp.anpi.membership.InvitationKind;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRole;
import jp.anpi.membership.StaffTeams;
import jp.anpi.membership.StaffTeams.Description;
import jp.anpi.messaging.ReserveEstimate;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.Answers.Source;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInOffers;
import jp.anpi.scheduling.CheckInRules.Outcome;
import jp.anpi.scheduling.CheckInRules.Rules;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.PoliciesInForce;
import jp.anpi.scheduling.Subject;
import jp.anpi.scheduling.TeamRules;
import jp.anpi.scheduling.TeamRules.Standing;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules of a team's own: whoever is in several is told as early as the strictest promises, from the next question on. */
class TeamRulesTest extends InContainer {

    private static final List<Integer> QUICK = List.of(6, 9);
    private static final List<Integer> SLOW = List.of(48, 60);

    @Inject
    private Colleagues colleagues;

    @Inject
    private SecondOrganization second;

    @Inject
    private StaffTeams teams;

    @Inject
    private TeamRules rules;

    @Inject
    private PoliciesInForce policies;

    @Inject
    private CheckInOffers offers;

    @Inject
    private CheckInSchedules schedules;

    @Inject
    private Answers answers;

    @Inject
    private WorkLoop workLoop;

    @Inject
    private Jdbi jdbi;

    @Inject
    @Any
    private Instance<ReserveEstimate> estimates;

    private StaffCaller officer;

    @BeforeEach
    void nobody_else_waits() {
        town.othersRest();
        officer = colleagues.caller(OFFICER);
    }

    @Test
    void e7_what_each_team_promises_is_kept_and_an_open_question_keeps_what_it_opened_with() {
        long quick = team(QUICK);
        long slow = team(SLOW);
        long common = team();
        Member inSlow = participant(slow);
        Member inBoth = participant(slow, quick);
        Member inCommonToo = participant(slow, common);
        Member inNone = participant();
        Member withFamily = participant(slow);
        town.accept(town.watcher(), town.invite(withFamily, Role.WATCHER, InvitationKind.SINGLE_USE), Role.WATCHER);
        List<Member> everybody = List.of(inSlow, inBoth, inCommonToo, inNone, withFamily);

        ask(everybody);

        long ofOrganization = offers.of(town.id()).policy().id();
        long ofSlow = policies.ofTeam(town.id(), slow).id();
        long ofQuick = policies.ofTeam(town.id(), quick).id();
        assertThat(everybody.stream().map(this::openedWith))
                .containsExactly(ofSlow, ofQuick, ofOrganization, ofOrganization, ofOrganization);
        assertThat(policies.ofTeam(town.id(), common).id()).isEqualTo(ofOrganization);
        assertThat(policies.of(town.id(), Subject.participant(inSlow.id())).id())
                .isEqualTo(ofSlow);
        assertThat(policies.of(town.id(), new Subject(Subject.Kind.GROUP, inSlow.id()))
                        .id())
                .as("a group that happens to have the same number")
                .isEqualTo(ofOrganization);

        assertThat(change(slow, List.of(2, 5))).isEqualTo(Outcome.CHANGED);
        assertThat(openedWith(inSlow)).as("what runs goes on as it began").isEqualTo(ofSlow);
        assertThat(policies.ofParticipant(town.id(), inBoth.id()).id())
                .as("from the next question on")
                .isEqualTo(policies.ofTeam(town.id(), slow).id());
        answers.ok(town.id(), Subject.participant(inBoth.id()), Source.BUTTON, town.now(), town.now());
        answers.needHelp(town.id(), Subject.participant(inBoth.id()), Source.BUTTON, town.now(), town.now());
        assertThat(openedWith(inBoth))
                .isEqualTo(policies.ofTeam(town.id(), slow).id());
    }

    @Test
    void e9_rules_of_a_team_that_has_ended_keep_no_messages_back() {
        long team = team(QUICK);
        long before = reserve();
        jdbi.useHandle(handle -> handle.execute(
                "update escalation_step set delay_minutes = null, missed_slots = 1000 where policy_id = ?",
                policies.ofTeam(town.id(), team).id()));
        assertThat(reserve()).as("the dearest of all rules").isGreaterThan(before + 900);

        jdbi.useHandle(handle -> handle.execute("update team set ended_at = ? where id = ?", town.now(), team));
        assertThat(reserve()).isEqualTo(before);
    }

    private long reserve() {
        return estimates.stream()
                .mapToLong(estimate -> estimate.followUps(town.id()).each())
                .max()
                .orElseThrow();
    }

    @Test
    void a_team_gets_rules_of_its_own_and_goes_back_unless_somebody_was_faster() {
        long team = team();
        Standing before = rules.standing(officer, team).orElseThrow();
        assertThat(before.own()).isFalse();
        assertThat(rules.change(officer, team, with(before, List.of(24, 24)), before.policyId(), town.now()))
                .isEqualTo(Outcome.STEPS_IMPOSSIBLE);
        assertThat(rules.forecast(officer, team, with(before, QUICK), town.now())
                        .orElseThrow()
                        .follows())
                .hasSize(2);

        assertThat(change(team, QUICK)).isEqualTo(Outcome.CHANGED);
        Standing own = rules.standing(officer, team).orElseThrow();
        assertThat(own.own()).isTrue();
        assertThat(own.rules().numbers()).isEqualTo(QUICK);
        assertThat(rules.change(officer, team, with(before, SLOW), before.policyId(), town.now()))
                .isEqualTo(Outcome.CONFLICT);
        assertThat(rules.giveUp(officer, team, before.policyId(), town.now())).isEqualTo(Outcome.CONFLICT);

        assertThat(rules.giveUp(officer, team, own.policyId(), town.now())).isEqualTo(Outcome.CHANGED);
        assertThat(rules.standing(officer, team)).contains(before);
        assertThat(town.count("audit_entry where note like ?", "team " + team + ", steps [6, 9],%"))
                .isOne();
    }

    @Test
    void nobody_changes_the_rules_of_a_team_beyond_their_reach() {
        long team = team();
        Standing standing = rules.standing(officer, team).orElseThrow();
        StaffCaller limited = new StaffCaller(officer.staffId(), town.id(), "s", "s", OFFICER, true, "::1");
        StaffCaller stranger = new StaffCaller(
                officer.staffId(), second.found(town.id()), "s", "s", StaffRole.SYSTEM_ADMINISTRATOR, "::1");

        for (StaffCaller caller : List.of(limited, stranger)) {
            assertThat(rules.standing(caller, team)).isEmpty();
            assertThat(rules.change(caller, team, with(standing, QUICK), standing.policyId(), town.now()))
                    .isEqualTo(Outcome.TEAM_UNKNOWN);
            assertThat(rules.giveUp(caller, team, standing.policyId(), town.now()))
                    .isEqualTo(Outcome.TEAM_UNKNOWN);
        }
    }

    private long team(List<Integer> numbers) {
        long team = team();
        assertThat(change(team, numbers)).isEqualTo(Outcome.CHANGED);
        return team;
    }

    private long team() {
        Description description =
                new Description("隊", OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return teams.add(officer, description, town.now()).teamId().orElseThrow();
    }

    private Outcome change(long team, List<Integer> numbers) {
        Standing standing = rules.standing(officer, team).orElseThrow();
        return rules.change(officer, team, with(standing, numbers), standing.policyId(), town.now());
    }

    private static Rules with(Standing standing, List<Integer> numbers) {
        Rules now = standing.rules();
        return new Rules(
                now.intervals(),
                now.hour(),
                now.quoteShown(),
                numbers,
                3,
                now.takeOverMinutes(),
                now.deliveryFrom(),
                now.deliveryUntil(),
                0);
    }

    private Member participant(long... inTeams) {
        Member member = town.participant();
        for (long team : inTeams) {
            teams.join(officer, team, member.number(), Role.PARTICIPANT, town.now());
        }
        return member;
    }

    /** All at the same moment, in one wave. */
    private void ask(List<Member> people) {
        List<Integer> hours = List.of(town.nextHour());
        Instant due = people.stream()
                .map(one -> schedules.set(
                        town.id(), Subject.participant(one.id()), CheckInInterval.EVERY_7_DAYS, hours, town.now()))
                .map(set -> set.nextDueAt().orElseThrow())
                .reduce((first, last) -> last)
                .orElseThrow();
        workLoop.advance(Duration.between(town.now(), due));
    }

    private long openedWith(Member member) {
        return jdbi.withHandle(handle -> handle.select(
                        "select policy_id from check_in where subject_id = ? order by opened_at desc, id desc limit 1",
                        member.id())
                .mapTo(Long.class)
                .one());
    }
}
