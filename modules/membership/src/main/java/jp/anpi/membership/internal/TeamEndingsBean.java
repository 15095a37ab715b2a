package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.foundation.AuditLog;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRight;
import jp.anpi.membership.StaffTeams.Line;
import jp.anpi.membership.TeamEnded;
import jp.anpi.membership.TeamEndings;
import jp.anpi.membership.TeamResumed;
import jp.anpi.membership.internal.TeamEndingTable.State;

/** {@link TeamEndings}; whoever comes into the team at the same moment waits for its lock and finds it ended. */
@Stateless
public class TeamEndingsBean implements TeamEndings {

    @Inject
    StaffTeamTable teams;

    @Inject
    TeamEndingTable endings;

    @Inject
    AuditLog audit;

    @Inject
    Event<TeamEnded> ended;

    @Inject
    Event<TeamResumed> resumed;

    @Override
    public Optional<Prospect> prospect(StaffCaller caller, long teamId, int most) {
        caller.require(StaffRight.MANAGE_TEAMS);
        return teams.find(caller, teamId).map(team -> {
            State state = endings.state(teamId);
            return new Prospect(
                    state.sizes(), state.digest(), endings.reachable(teamId), endings.alone(caller, teamId, most));
        });
    }

    @Override
    public Outcome end(StaffCaller caller, long teamId, String seen, Instant now) {
        caller.require(StaffRight.MANAGE_TEAMS);
        if (teams.find(caller, teamId).filter(Line::whole).isEmpty()
                || !endings.lock(caller.organizationId(), teamId, false)) {
            return Outcome.UNKNOWN;
        }
        if (!endings.state(teamId).digest().equals(seen)) {
            return Outcome.CHANGED_MEANWHILE;
        }
        endings.end(teamId, now);
        ended.fire(new TeamEnded(caller.organizationId(), teamId, endings.parts(teamId), now));
        note(caller, "TEAM_ENDED", teamId, now);
        return Outcome.DONE;
    }

    @Override
    public List<Ended> ended(StaffCaller caller, Instant now) {
        caller.require(StaffRight.MANAGE_TEAMS);
        return endings.ended(caller, now.minus(Duration.ofDays(DAYS_TO_TAKE_BACK)), DAYS_TO_TAKE_BACK);
    }

    @Override
    public Outcome takeBack(StaffCaller caller, long teamId, Instant now) {
        boolean open = ended(caller, now).stream().anyMatch(one -> one.teamId() == teamId);
        if (!open || !endings.lock(caller.organizationId(), teamId, true)) {
            return Outcome.UNKNOWN;
        }
        endings.takeBack(teamId);
        resumed.fire(new TeamResumed(caller.organizationId(), teamId, endings.parts(teamId), now));
        note(caller, "TEAM_RESUMED", teamId, now);
        return Outcome.DONE;
    }

    private void note(StaffCaller caller, String action, long team, Instant now) {
        audit.append(caller.did(action, Optional.of(teams.name(team)), Optional.of("team " + team), now));
    }
}
