package jp.anpi.scheduling.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.foundation.AuditLog;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRight;
import jp.anpi.membership.StaffTeams;
import jp.anpi.membership.StaffTeams.Line;
import jp.anpi.scheduling.CheckInOffer;
import jp.anpi.scheduling.CheckInOffers;
import jp.anpi.scheduling.CheckInRules.Forecast;
import jp.anpi.scheduling.CheckInRules.Outcome;
import jp.anpi.scheduling.CheckInRules.Rules;
import jp.anpi.scheduling.EscalationPolicy;
import jp.anpi.scheduling.PoliciesInForce;
import jp.anpi.scheduling.TeamRules;
import org.jdbi.v3.core.Jdbi;

/** {@link TeamRules}; a team that goes by the organization's has no row. */
@Stateless
public class TeamRulesBean implements TeamRules {

    @Inject
    Jdbi jdbi;

    @Inject
    StaffTeams teams;

    @Inject
    CheckInOffers offers;

    @Inject
    Policies policies;

    @Inject
    PoliciesInForce inForce;

    @Inject
    AuditLog audit;

    @Override
    public Optional<Standing> standing(StaffCaller caller, long teamId) {
        return team(caller, teamId).map(team -> standing(caller.organizationId(), teamId));
    }

    private Standing standing(int organizationId, long teamId) {
        CheckInOffer offer = offers.of(organizationId);
        EscalationPolicy policy = inForce.ofTeam(organizationId, teamId);
        boolean own = jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from team_rules where team_id = :team)")
                        .bind("team", teamId)
                        .mapTo(Boolean.class)
                        .one());
        return new Standing(own, policy.preset(), RulesAndPolicy.rules(offer, policy, 0), policy.id());
    }

    @Override
    public Outcome check(StaffCaller caller, long teamId, Rules rules) {
        return team(caller, teamId)
                .map(team -> RulesCheck.ofSteps(
                        offers.of(caller.organizationId()).policy().preset(), rules))
                .orElse(Outcome.TEAM_UNKNOWN);
    }

    @Override
    public Optional<Forecast> forecast(StaffCaller caller, long teamId, Rules rules, Instant now) {
        if (check(caller, teamId, rules) != Outcome.CHANGED || rules.intervals().isEmpty()) {
            return Optional.empty();
        }
        CheckInOffer offer = offers.of(caller.organizationId());
        EscalationPolicy policy = RulesAndPolicy.policy(offer, rules);
        return Optional.of(new Foresight(policy, offer.hoursADay(), offer.zone(), 0).of(rules, now));
    }

    @Override
    public Outcome change(StaffCaller caller, long teamId, Rules rules, long seen, Instant now) {
        if (!whole(caller, teamId)) {
            return Outcome.TEAM_UNKNOWN;
        }
        Outcome checked = check(caller, teamId, rules);
        if (checked != Outcome.CHANGED) {
            return checked;
        }
        if (!lock(caller, teamId, seen)) {
            return Outcome.CONFLICT;
        }
        long policy = policies.create(RulesAndPolicy.policy(offers.of(caller.organizationId()), rules), now);
        jdbi.useHandle(handle -> handle.createUpdate("insert into team_rules (team_id, organization_id, policy_id)"
                        + " values (:team, :organization, :policy)"
                        + " on conflict (team_id) do update set policy_id = excluded.policy_id")
                .bind("team", teamId)
                .bind("organization", caller.organizationId())
                .bind("policy", policy)
                .execute());
        note(caller, "TEAM_RULES_CHANGED", teamId, ", " + inWords(rules), now);
        return Outcome.CHANGED;
    }

    @Override
    public Outcome giveUp(StaffCaller caller, long teamId, long seen, Instant now) {
        if (!whole(caller, teamId)) {
            return Outcome.TEAM_UNKNOWN;
        }
        if (!lock(caller, teamId, seen)) {
            return Outcome.CONFLICT;
        }
        jdbi.useHandle(handle -> handle.createUpdate("delete from team_rules where team_id = :team")
                .bind("team", teamId)
                .execute());
        note(caller, "TEAM_RULES_GIVEN_UP", teamId, "", now);
        return Outcome.CHANGED;
    }

    /** Whoever changes the rules of the same team waits, and then finds what the other one did. */
    private boolean lock(StaffCaller caller, long teamId, long seen) {
        jdbi.useHandle(handle -> handle.createQuery("select id from team where id = :team for no key update")
                .bind("team", teamId)
                .mapTo(Long.class)
                .one());
        return inForce.ofTeam(caller.organizationId(), teamId).id() == seen;
    }

    private Optional<Line> team(StaffCaller caller, long teamId) {
        caller.require(StaffRight.SET_TEAM_RULES);
        return teams.look(caller, teamId);
    }

    /** Nobody decides when others are told about whom they do not see themselves. */
    private boolean whole(StaffCaller caller, long teamId) {
        return team(caller, teamId).filter(Line::whole).isPresent();
    }

    /** Numbers only, in the order of the form: what the rules were is read from the log. */
    private static String inWords(Rules rules) {
        return "steps " + rules.numbers() + ", window " + rules.windowHours() + " h, take-over "
                + rules.takeOverMinutes() + " min";
    }

    private void note(StaffCaller caller, String action, long teamId, String rules, Instant now) {
        Optional<String> name =
                teams.look(caller, teamId).map(team -> team.description().name());
        audit.append(caller.did(action, name, Optional.of("team " + teamId + rules), now));
    }
}
