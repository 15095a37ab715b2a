package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.anpi.foundation.AuditLog;
import jp.anpi.membership.Organizations;
import jp.anpi.membership.StaffAccounts;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRight;
import jp.anpi.membership.StaffRole;
import jp.anpi.membership.StaffTeams.Line;
import jp.anpi.membership.TeamPartners;

/** {@link TeamPartners}; what partners reach is the same that a system administrator sets. */
@Stateless
public class TeamPartnersBean implements TeamPartners {

    @Inject
    StaffTeamTable teams;

    @Inject
    TeamPartnerTable partners;

    @Inject
    StaffTable staff;

    @Inject
    NewAccounts accounts;

    @Inject
    Organizations organizations;

    @Inject
    AuditLog audit;

    @Override
    public List<Partner> of(StaffCaller caller, long teamId) {
        return there(caller, teamId) ? shown(partners.of(caller.organizationId(), teamId, true)) : List.of();
    }

    @Override
    public List<Partner> others(StaffCaller caller, long teamId, Instant now) {
        if (!there(caller, teamId)) {
            return List.of();
        }
        LocalDate today = today(caller, now);
        return shown(partners.of(caller.organizationId(), teamId, false).stream()
                .filter(row -> row.goodOn(today))
                .toList());
    }

    private static List<Partner> shown(List<StaffRow> rows) {
        return rows.stream()
                .map(row -> new Partner(row.id(), row.userName(), row.name()))
                .toList();
    }

    private LocalDate today(StaffCaller caller, Instant now) {
        return now.atZone(organizations.byId(caller.organizationId()).zone()).toLocalDate();
    }

    @Override
    public Outcome hand(StaffCaller caller, long teamId, int staffId, Instant now) {
        if (!whole(caller, teamId)) {
            return Outcome.UNKNOWN;
        }
        LocalDate today = today(caller, now);
        Optional<StaffRow> partner = lock(caller, staffId).filter(row -> row.goodOn(today));
        partner.filter(row -> partners.hand(teamId, staffId))
                .ifPresent(row -> note(caller, "TEAM_HANDED_OVER", row.userName(), teamId, now));
        return partner.isPresent() ? Outcome.DONE : Outcome.UNKNOWN;
    }

    @Override
    public Made handToNew(StaffCaller caller, long teamId, String userName, String name, Instant now) {
        if (!whole(caller, teamId)) {
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
        Optional<StaffRow> partner = lock(caller, staffId).filter(row -> partners.takeBack(teamId, staffId));
        partner.ifPresent(row -> note(caller, "TEAM_TAKEN_BACK", row.userName(), teamId, now));
        return partner.isPresent() ? Outcome.DONE : Outcome.UNKNOWN;
    }

    private Optional<StaffRow> lock(StaffCaller caller, int staffId) {
        return staff.lock(caller.organizationId(), staffId)
                .filter(row -> row.role() == StaffRole.PARTNER && !row.ended());
    }

    private boolean there(StaffCaller caller, long teamId) {
        return team(caller, teamId).isPresent();
    }

    /** Nobody lets a partner see whom they do not see themselves. */
    private boolean whole(StaffCaller caller, long teamId) {
        return team(caller, teamId).filter(Line::whole).isPresent();
    }

    private Optional<Line> team(StaffCaller caller, long teamId) {
        caller.require(StaffRight.HAND_OVER_TEAMS);
        return teams.find(caller, teamId);
    }

    private void note(StaffCaller caller, String action, String user, long team, Instant now) {
        audit.append(caller.did(action, Optional.of(user), Optional.of("team " + team), now));
    }
}
