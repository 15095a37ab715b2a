package jp.anpi.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffTeams;
import jp.anpi.membership.TeamEndings;
import jp.anpi.membership.TeamPartners;
import jp.anpi.scheduling.TeamRules;

/** Everything that staff can do with a team, each deed on a page that was opened just now. */
@ApplicationScoped
public class TeamDeeds {

    @Inject
    private Town town;

    @Inject
    private StaffTeams teams;

    @Inject
    private TeamEndings endings;

    @Inject
    private TeamRules teamRules;

    @Inject
    private TeamPartners partners;

    /** One after the other, about this partner and this member; what became of each. */
    Map<String, Enum<?>> all(StaffCaller caller, long team, StaffCaller partner, Member member) {
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
        outcomes.put("TeamEndings.end", end(caller, team));
        outcomes.put("TeamEndings.takeBack", endings.takeBack(caller, team, town.now()));
        return outcomes;
    }

    TeamEndings.Outcome end(StaffCaller caller, long team) {
        String people = endings.prospect(caller, team, 1).orElseThrow().seen();
        return endings.end(caller, team, people, town.now());
    }
}
