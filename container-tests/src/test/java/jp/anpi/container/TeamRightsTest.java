package jp.anpi.container;

import static jp.anpi.membership.StaffRole.OFFICER;
import static jp.anpi.membership.StaffRole.PARTNER;
import static jp.anpi.membership.StaffRole.SYSTEM_ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRole;
import jp.anpi.membership.StaffTeams;
import jp.anpi.membership.StaffTeams.Description;
import jp.anpi.membership.TeamEndings;
import jp.anpi.membership.TeamPartners;
import jp.anpi.scheduling.CheckInRules.Rules;
import jp.anpi.scheduling.TeamRules;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Teams: every use case with every role, and partners who run those that were handed to them. */
class TeamRightsTest extends InContainer {

    private static final Set<StaffRole> EVERYBODY = EnumSet.allOf(StaffRole.class);
    private static final Set<StaffRole> OFFICE = EnumSet.of(SYSTEM_ADMINISTRATOR, OFFICER);
    private static final Set<StaffRole> WHO_RUNS = EnumSet.of(SYSTEM_ADMINISTRATOR, OFFICER, PARTNER);

    /** Who may do what, said once more: a slip in the product's own table shows here. */
    private static final Map<String, Set<StaffRole>> ALLOWED = Map.ofEntries(
            Map.entry("StaffTeams.list", EVERYBODY),
            Map.entry("StaffTeams.look", EVERYBODY),
            Map.entry("StaffTeams.people", EVERYBODY),
            Map.entry("StaffTeams.add", OFFICE),
            Map.entry("StaffTeams.change", WHO_RUNS),
            Map.entry("StaffTeams.join", OFFICE),
            Map.entry("StaffTeams.remove", OFFICE),
            Map.entry("StaffTeams.lead", WHO_RUNS),
            Map.entry("TeamPartners.of", OFFICE),
            Map.entry("TeamPartners.others", OFFICE),
            Map.entry("TeamPartners.hand", OFFICE),
            Map.entry("TeamPartners.handToNew", OFFICE),
            Map.entry("TeamPartners.takeBack", OFFICE),
            Map.entry("TeamEndings.prospect", OFFICE),
            Map.entry("TeamEndings.end", OFFICE),
            Map.entry("TeamEndings.ended", OFFICE),
            Map.entry("TeamEndings.takeBack", OFFICE),
            Map.entry("TeamRules.standing", OFFICE),
            Map.entry("TeamRules.check", OFFICE),
            Map.entry("TeamRules.forecast", OFFICE),
            Map.entry("TeamRules.change", OFFICE),
            Map.entry("TeamRules.giveUp", OFFICE));

    private static final Description NAMELESS =
            new Description("", OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final Rules NO_RULES = new Rules(List.of(), 8, true, List.of(), 3, 60, 6, 22, 0);

    @Inject
    private Colleagues colleagues;

    @Inject
    private Places places;

    @Inject
    private StaffTeams teams;

    @Inject
    private TeamEndings endings;

    @Inject
    private TeamRules teamRules;

    @Inject
    private TeamPartners partners;

    @Inject
    private Jdbi jdbi;

    @Test
    void each_use_case_looks_at_the_role_before_it_does_anything() {
        Map<String, Consumer<StaffCaller>> useCases = useCases();
        assertThat(useCases.keySet())
                .isEqualTo(
                        Colleagues.declared(StaffTeams.class, TeamEndings.class, TeamRules.class, TeamPartners.class));
        assertThat(colleagues.allowed(useCases)).isEqualTo(ALLOWED);
    }

    private Map<String, Consumer<StaffCaller>> useCases() {
        return Map.ofEntries(
                Map.entry(
                        "StaffTeams.list", caller -> teams.list(caller, OptionalInt.empty(), OptionalLong.empty(), 1)),
                Map.entry("StaffTeams.look", caller -> teams.look(caller, -1)),
                Map.entry(
                        "StaffTeams.people", caller -> teams.people(caller, -1, Role.WATCHER, OptionalLong.empty(), 1)),
                Map.entry("StaffTeams.add", caller -> teams.add(caller, NAMELESS, town.now())),
                Map.entry("StaffTeams.change", caller -> teams.change(caller, -1, NAMELESS, 0, town.now())),
                Map.entry("StaffTeams.join", caller -> teams.join(caller, -1, "", Role.WATCHER, town.now())),
                Map.entry("StaffTeams.remove", caller -> teams.remove(caller, -1, -1, Role.WATCHER, town.now())),
                Map.entry("StaffTeams.lead", caller -> teams.lead(caller, -1, -1, Role.WATCHER, true, town.now())),
                Map.entry("TeamEndings.prospect", caller -> endings.prospect(caller, -1, 1)),
                Map.entry("TeamEndings.end", caller -> endings.end(caller, -1, "", town.now())),
                Map.entry("TeamEndings.ended", caller -> endings.ended(caller, town.now())),
                Map.entry("TeamEndings.takeBack", caller -> endings.takeBack(caller, -1, town.now())),
                Map.entry("TeamPartners.of", caller -> partners.of(caller, -1)),
                Map.entry("TeamPartners.others", caller -> partners.others(caller, -1, town.now())),
                Map.entry("TeamPartners.hand", caller -> partners.hand(caller, -1, -1, town.now())),
                Map.entry("TeamPartners.handToNew", caller -> partners.handToNew(caller, -1, "", "", town.now())),
                Map.entry("TeamPartners.takeBack", caller -> partners.takeBack(caller, -1, -1, town.now())),
                Map.entry("TeamRules.standing", caller -> teamRules.standing(caller, -1)),
                Map.entry("TeamRules.check", caller -> teamRules.check(caller, -1, NO_RULES)),
                Map.entry("TeamRules.forecast", caller -> teamRules.forecast(caller, -1, NO_RULES, town.now())),
                Map.entry("TeamRules.change", caller -> teamRules.change(caller, -1, NO_RULES, 0, town.now())),
                Map.entry("TeamRules.giveUp", caller -> teamRules.giveUp(caller, -1, 0, town.now())));
    }

    @Test
    void r082_a_partner_runs_the_team_that_was_handed_over_and_no_other_of_the_district() {
        StaffCaller officer = colleagues.caller(OFFICER);
        int here = places.district(officer, "里");
        long own = places.team(officer, here);
        long other = places.team(officer, here);
        Member member = town.participant();
        places.join(officer, own, member, Role.PARTICIPANT);
        places.join(officer, other, member, Role.PARTICIPANT);
        String user = "p" + town.account();
        assertThat(partners.handToNew(officer, own, "x", "山本", town.now()).outcome())
                .isEqualTo(TeamPartners.Outcome.USER_UNREADABLE);
        assertThat(partners.handToNew(officer, own, user, "山本", town.now()).password())
                .isPresent();
        assertThat(partners.handToNew(officer, own, user, "山本", town.now()).outcome())
                .isEqualTo(TeamPartners.Outcome.USER_TAKEN);
        int account = partners.of(officer, own).get(0).staffId();
        StaffCaller partner = new StaffCaller(account, town.id(), user, "山本", PARTNER, "::1");
        assertThat(colleagues.version(colleagues.caller(SYSTEM_ADMINISTRATOR), account))
                .as("an administrator who is setting their reach meanwhile is told")
                .isPositive();
        assertThat(partners.of(officer, other)).isEmpty();
        assertThat(partners.others(officer, other, town.now()))
                .extracting(TeamPartners.Partner::userName)
                .contains(user.toLowerCase(Locale.ROOT));
        assertThat(teams.list(partner, OptionalInt.empty(), OptionalLong.empty(), 50))
                .extracting(StaffTeams.Line::id, StaffTeams.Line::run)
                .containsExactly(tuple(own, true));
        places.limit(partner, Set.of(here), Set.of(own));

        Description wanted = new Description(
                "みまもり会", OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.of("毎月第2土曜"));
        assertThat(change(partner, own, wanted)).isEqualTo(StaffTeams.Outcome.DONE);
        Description kept = teams.look(partner, own).orElseThrow().description();
        assertThat(kept)
                .as("name and note are theirs, the rest is not")
                .isEqualTo(new Description(
                        "みまもり会", OptionalInt.of(here), Optional.empty(), Optional.of("町会"), Optional.of("毎月第2土曜")));
        assertThat(teams.lead(partner, own, member.id(), Role.PARTICIPANT, true, town.now()))
                .isEqualTo(StaffTeams.Outcome.DONE);
        assertThat(teams.look(partner, other).orElseThrow().run()).isFalse();
        assertThat(change(partner, other, wanted)).isEqualTo(StaffTeams.Outcome.UNKNOWN);
        assertThat(teams.lead(partner, other, member.id(), Role.PARTICIPANT, true, town.now()))
                .isEqualTo(StaffTeams.Outcome.UNKNOWN);
        assertThat(change(officer, own, noted("x".repeat(501)))).isEqualTo(StaffTeams.Outcome.NOTE_UNREADABLE);

        long anywhere = teams.add(officer, noted("-"), town.now()).teamId().orElseThrow();
        partners.hand(officer, anywhere, account, town.now());
        assertThat(change(partner, anywhere, wanted))
                .as("a team without a district stays without one")
                .isEqualTo(StaffTeams.Outcome.DONE);

        assertThat(partners.takeBack(officer, own, account, town.now())).isEqualTo(TeamPartners.Outcome.DONE);
        assertThat(partners.takeBack(officer, own, account, town.now())).isEqualTo(TeamPartners.Outcome.UNKNOWN);
        assertThat(change(partner, own, wanted)).isEqualTo(StaffTeams.Outcome.UNKNOWN);
        assertThat(partners.hand(officer, own, officer.staffId(), town.now()))
                .as("no partner")
                .isEqualTo(TeamPartners.Outcome.UNKNOWN);
        assertThat(partners.hand(officer, own, account, town.now())).isEqualTo(TeamPartners.Outcome.DONE);
        assertThat(partners.hand(officer, own, account, town.now()))
                .as("once more does nothing")
                .isEqualTo(TeamPartners.Outcome.DONE);
    }

    @Test
    void r082_who_ran_an_ended_team_runs_it_again_once_that_is_taken_back_whatever_was_set_meanwhile() {
        StaffCaller officer = colleagues.caller(OFFICER);
        int here = places.district(officer, "郷");
        long ended = places.team(officer, here);
        long other = places.team(officer, here);
        StaffCaller partner = places.partner(officer, ended);
        partners.hand(officer, other, partner.staffId(), town.now());
        String seen = endings.prospect(officer, ended, 1).orElseThrow().seen();
        assertThat(endings.end(officer, ended, seen, town.now())).isEqualTo(TeamEndings.Outcome.DONE);

        places.limit(partner, Set.of(), Set.of(other));
        places.limit(partner, Set.of(), Set.of());

        assertThat(teams.look(partner, other)).as("what was on the list goes").isEmpty();
        assertThat(endings.takeBack(officer, ended, town.now())).isEqualTo(TeamEndings.Outcome.DONE);
        assertThat(teams.look(partner, ended).orElseThrow().run()).isTrue();
    }

    @Test
    void r082_an_older_page_of_a_team_undoes_nothing_that_others_changed_since() throws Exception {
        StaffCaller officer = colleagues.caller(OFFICER);
        int here = places.district(officer, "旧");
        int there = places.district(officer, "新");
        long own = places.team(officer, here);
        StaffCaller partner = places.partner(officer, own);
        StaffTeams.Line older = teams.look(officer, own).orElseThrow();
        Description meant =
                new Description("見守り隊", OptionalInt.of(there), Optional.empty(), Optional.empty(), Optional.of("第3水曜"));

        assertThat(change(partner, own, noted("第2土曜"))).isEqualTo(StaffTeams.Outcome.DONE);
        for (Description typed : List.of(meant, noted("x".repeat(501)))) {
            assertThat(teams.change(officer, own, typed, older.version(), town.now()))
                    .as("said before anything else, so that it is not lost with the next page")
                    .isEqualTo(StaffTeams.Outcome.CHANGED_MEANWHILE);
        }
        Description kept = teams.look(officer, own).orElseThrow().description();
        assertThat(kept.note()).contains("第2土曜");
        assertThat(kept.districtId()).hasValue(here);

        int seen = teams.look(officer, own).orElseThrow().version();
        assertThat(town.atOnce(2, index -> teams.change(officer, own, meant, seen, town.now())))
                .containsExactlyInAnyOrder(StaffTeams.Outcome.DONE, StaffTeams.Outcome.CHANGED_MEANWHILE);
        StaffTeams.Line moved = teams.look(officer, own).orElseThrow();
        assertThat(moved.description()).isEqualTo(meant);
        assertThat(notes("team " + own)).as("the district stayed").isOne();
        assertThat(notes("team " + own + ": " + older.district().orElseThrow() + " → "
                        + moved.district().orElseThrow()))
                .isOne();
    }

    @Test
    void r082_no_team_is_handed_to_whose_last_day_is_over_and_it_can_be_taken_back_from_them() {
        StaffCaller officer = colleagues.caller(OFFICER);
        int here = places.district(officer, "端");
        long own = places.team(officer, here);
        long other = places.team(officer, here);
        int account = places.partner(officer, own).staffId();
        LocalDate today = LocalDate.ofInstant(town.now(), ZoneId.of("Asia/Tokyo"));

        lastDay(account, today);
        assertThat(others(officer, other)).as("the last day counts").contains(account);
        lastDay(account, today.minusDays(1));

        assertThat(others(officer, other)).doesNotContain(account);
        assertThat(partners.hand(officer, other, account, town.now())).isEqualTo(TeamPartners.Outcome.UNKNOWN);
        assertThat(partners.of(officer, other)).isEmpty();
        assertThat(partners.of(officer, own))
                .extracting(TeamPartners.Partner::staffId)
                .containsExactly(account);
        assertThat(partners.takeBack(officer, own, account, town.now())).isEqualTo(TeamPartners.Outcome.DONE);
        assertThat(partners.of(officer, own)).isEmpty();
    }

    private List<Integer> others(StaffCaller officer, long team) {
        return partners.others(officer, team, town.now()).stream()
                .map(TeamPartners.Partner::staffId)
                .toList();
    }

    private void lastDay(int account, LocalDate day) {
        jdbi.useHandle(handle -> handle.execute("update staff set last_day = ? where id = ?", day, account));
    }

    private long notes(String note) {
        return town.count("audit_entry where action = 'TEAM_CHANGED' and note = ?", note);
    }

    /** On a page that was opened just now. */
    private StaffTeams.Outcome change(StaffCaller caller, long team, Description wanted) {
        int seen = teams.look(caller, team).map(StaffTeams.Line::version).orElse(0);
        return teams.change(caller, team, wanted, seen, town.now());
    }

    private static Description noted(String note) {
        return new Description("隊", OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.of(note));
    }
}
