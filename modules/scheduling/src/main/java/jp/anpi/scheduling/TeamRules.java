package jp.anpi.scheduling;

import java.time.Instant;
import java.util.Optional;
import jp.anpi.membership.StaffCaller;
import jp.anpi.scheduling.CheckInRules.Forecast;
import jp.anpi.scheduling.CheckInRules.Outcome;
import jp.anpi.scheduling.CheckInRules.Rules;

/**
 * What follows silence in one team, where staff have set it: steps, answer window and take-over time. Intervals and hours
 * stay what the organization offers. Check-ins that are open keep the rules that they opened with (E-7).
 */
public interface TeamRules {

    /**
     * What counts in a team.
     *
     * @param own whether the team has rules of its own; else these are the organization's
     * @param rules with the organization's intervals and hour
     * @param policyId names what was on the screen
     */
    record Standing(boolean own, ServicePreset preset, Rules rules, long policyId) {}

    /** Empty where there is no such team for the caller. */
    Optional<Standing> standing(StaffCaller caller, long teamId);

    /** What {@link #change} would say, apart from what others do meanwhile and from people beyond the caller's reach. */
    Outcome check(StaffCaller caller, long teamId, Rules rules);

    /** By the same policy that would be kept; empty where {@link #check} refuses them. */
    Optional<Forecast> forecast(StaffCaller caller, long teamId, Rules rules, Instant now);

    /** Gives the team these rules, where everybody in it is there for the caller. @param seen the policy that was on the screen */
    Outcome change(StaffCaller caller, long teamId, Rules rules, long seen, Instant now);

    /** From now on the team goes by the organization's rules. */
    Outcome giveUp(StaffCaller caller, long teamId, long seen, Instant now);
}
