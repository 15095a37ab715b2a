package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.foundation.AuditLog;
import jp.anpi.membership.StaffAccounts;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRight;
import jp.anpi.membership.StaffRole;
import jp.anpi.membership.TeamPartners;

/** {@link TeamPartners}; what partners reach is the same that a system administrator sets. */
@Stateless
public class TeamPartnersBean implements TeamPartners {

    @Inject
    StaffTeamTable teams;

    @Inject
    TeamPartnerTable partners;

    @Inject
    NewAccounts accounts;

    @Inject
    AuditLog audit;

    @Override
    public List<Partner> of(StaffCaller caller, long teamId) {
        return there(caller, teamId) ? partners.of(caller.organizationId(), teamId, true) : List.of();
    }

    @Override
    public List<Partner> others(StaffCaller caller, long teamId) {
        return there(caller, teamId) ? partners.of(caller.organizationId(), teamId, false) : List.of();
    }

    @Override
    public Outcome hand(StaffCaller caller, long teamId, int staffId, Instant now) {
        if (!there(caller, teamId)) {
            return Outcome.UNKNOWN;
        }
        Optional<String> partner = partners.lock(caller.organizationId(), staffId);
        partner.filter(user -> partners.hand(teamId, staffId))
                .ifPresent(user -> note(caller, "TEAM_HANDED_OVER", user, teamId, now));
        return partner.isPresent() ? Outcome.DONE : Outcome.UNKNOWN;
    }

    @Override
    public Made handToNew(StaffCaller caller, long teamId, String userName, String name, Instant now) {
        if (!there(caller, teamId)) {
            return new Made(Outcome.UNKNOWN, Optional.empty());
        }
        NewAccounts.Made made = accounts.make(caller, userName, name, StaffRole.PARTNER, Optional.empty(), now);
        if (made.outcome() == StaffAccounts.Outcome.DONE) {
            hand(caller, teamId, made.staffId(), now);
        }
        return new Made(Outcome.valueOf(made.outcome().name()), made.password());
    }

    @Override
    public Outcome takeBack(StaffCaller caller, long teamId, int staffId, Instant now) {
        if (!there(caller, teamId)) {
            return Outcome.UNKNOWN;
        }
        Optional<String> partner =
                partners.lock(caller.organizationId(), staffId).filter(user -> partners.takeBack(teamId, staffId));
        partner.ifPresent(user -> note(caller, "TEAM_TAKEN_BACK", user, teamId, now));
        return partner.isPresent() ? Outcome.DONE : Outcome.UNKNOWN;
    }

    private boolean there(StaffCaller caller, long teamId) {
        caller.require(StaffRight.HAND_OVER_TEAMS);
        return teams.find(caller, teamId).isPresent();
    }

    private void note(StaffCaller caller, String action, String user, long team, Instant now) {
        audit.append(caller.did(action, Optional.of(user), Optional.of("team " + team), now));
    }
}
