package jp.anpi.container;

import static jp.anpi.membership.StaffRole.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffTeams;
import jp.anpi.membership.TeamEndings;
import jp.anpi.membership.TeamPartners;
import jp.anpi.scheduling.CheckInRules;
import jp.anpi.scheduling.TeamRules;
import org.junit.jupiter.api.Test;

/** What an officer may do who is limited to the district of a team in which there is somebody of another one. */
class LimitedOfficerTest extends InContainer {

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

    @Test
    void whoever_is_limited_decides_for_everybody_in_a_team_only_where_they_see_everybody_in_it() {
        StaffCaller everywhere = colleagues.caller(OFFICER);
        int here = places.district(everywhere, "内");
        int there = places.district(everywhere, "外");
        long team = places.team(everywhere, here);
        StaffCaller partner = places.partner(everywhere, team);
        Member beyond = town.participant();
        places.join(everywhere, team, beyond, Role.PARTICIPANT);
        Member watcher = town.watcher();
        places.join(everywhere, team, watcher, Role.WATCHER);
        places.place(everywhere, beyond, there);
        StaffCaller limited = places.limited(everywhere, here);

        assertThat(teams.remove(limited, team, watcher.id(), Role.WATCHER, town.now()))
                .as("takes nobody's watchers away")
                .isEqualTo(StaffTeams.Outcome.NOT_WHOLE);
        assertThat(teams.join(limited, team, town.participant().number(), Role.WATCHER, town.now()))
                .as("lets nobody watch them")
                .isEqualTo(StaffTeams.Outcome.NOT_WHOLE);

        assertThat(deeds(limited, team, partner, beyond))
                .isEqualTo(Map.ofEntries(
                        Map.entry("StaffTeams.change", StaffTeams.Outcome.DONE),
                        Map.entry("StaffTeams.join", StaffTeams.Outcome.NOBODY),
                        Map.entry("StaffTeams.remove", StaffTeams.Outcome.NOT_IN),
                        Map.entry("StaffTeams.lead", StaffTeams.Outcome.NOT_IN),
                        Map.entry("TeamPartners.takeBack", TeamPartners.Outcome.DONE),
                        Map.entry("TeamPartners.hand", TeamPartners.Outcome.UNKNOWN),
                        Map.entry("TeamPartners.handToNew", TeamPartners.Outcome.UNKNOWN),
                        Map.entry("TeamRules.change", CheckInRules.Outcome.TEAM_UNKNOWN),
                        Map.entry("TeamRules.giveUp", CheckInRules.Outcome.TEAM_UNKNOWN),
                        Map.entry("TeamEndings.end", TeamEndings.Outcome.UNKNOWN),
                        Map.entry("TeamEndings.takeBack", TeamEndings.Outcome.UNKNOWN)));
        assertThat(town.count("team where ended_at is null and id = ?", team)).isOne();
        String seen = endings.prospect(everywhere, team, 1).orElseThrow().seen();
        assertThat(endings.end(everywhere, team, seen, town.now())).isEqualTo(TeamEndings.Outcome.DONE);
        assertThat(endings.takeBack(limited, team, town.now()))
                .as("only restores what was")
                .isEqualTo(TeamEndings.Outcome.DONE);

        places.place(everywhere, beyond, here);
        assertThat(deeds(limited, team, partner, beyond))
                .isEqualTo(Map.ofEntries(
                        Map.entry("StaffTeams.change", StaffTeams.Outcome.DONE),
                        Map.entry("StaffTeams.join", StaffTeams.Outcome.ALREADY_IN),
                        Map.entry("StaffTeams.lead", StaffTeams.Outcome.DONE),
                        Map.entry("StaffTeams.remove", StaffTeams.Outcome.DONE),
                        Map.entry("TeamPartners.hand", TeamPartners.Outcome.DONE),
                        Map.entry("TeamPartners.handToNew", TeamPartners.Outcome.DONE),
                        Map.entry("TeamPartners.takeBack", TeamPartners.Outcome.UNKNOWN),
                        Map.entry("TeamRules.change", CheckInRules.Outcome.CHANGED),
                        Map.entry("TeamRules.giveUp", CheckInRules.Outcome.CHANGED),
                        Map.entry("TeamEndings.end", TeamEndings.Outcome.DONE),
                        Map.entry("TeamEndings.takeBack", TeamEndings.Outcome.DONE)));
    }

    /** Everything that can be done with a team, one after the other. */
    private Map<String, Enum<?>> deeds(StaffCaller caller, long team, StaffCaller partner, Member member) {
        Map<String, Enum<?>> outcomes = new HashMap<>();
        StaffTeams.Line seen = teams.look(caller, team).orElseThrow();
        outcomes.put("StaffTeams.change", teams.change(caller, team, seen.description(), seen.version(), town.now()));
        outcomes.put("StaffTeams.join", teams.join(caller, team, member.number(), Role.PARTICIPANT, town.now()));
        outcomes.put("StaffTeams.lead", teams.lead(caller, team, member.id(), Role.PARTICIPANT, true, town.now()));
        outcomes.put("StaffTeams.remove", teams.remove(caller, team, member.id(), Role.PARTICIPANT, town.now()));
        outcomes.put("TeamPartners.takeBack", partners.takeBack(caller, team, partner.staffId(), town.now()));
        outcomes.put("TeamPartners.hand", partners.hand(caller, team, partner.staffId(), town.now()));
        outcomes.put(
                "TeamPartners.handToNew",
                partners.handToNew(caller, team, "p" + town.account(), "山本", town.now())
                        .outcome());
        TeamRules.Standing now = teamRules.standing(caller, team).orElseThrow();
        outcomes.put("TeamRules.change", teamRules.change(caller, team, now.rules(), now.policyId(), town.now()));
        long own = teamRules.standing(caller, team).orElseThrow().policyId();
        outcomes.put("TeamRules.giveUp", teamRules.giveUp(caller, team, own, town.now()));
        String people = endings.prospect(caller, team, 1).orElseThrow().seen();
        outcomes.put("TeamEndings.end", endings.end(caller, team, people, town.now()));
        outcomes.put("TeamEndings.takeBack", endings.takeBack(caller, team, town.now()));
        return outcomes;
    }
}
