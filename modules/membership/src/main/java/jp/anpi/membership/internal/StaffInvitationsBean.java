package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.anpi.foundation.AuditLog;
import jp.anpi.foundation.PersonalFields;
import jp.anpi.membership.Organization;
import jp.anpi.membership.Organizations;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffInvitations;
import jp.anpi.membership.StaffRight;
import jp.anpi.membership.internal.StaffInvitationTable.Row;

/** {@link StaffInvitations}; the code is sealed, so that a copy of the database opens no door. */
@Stateless
public class StaffInvitationsBean implements StaffInvitations {

    @Inject
    StaffInvitationTable invitations;

    @Inject
    Organizations organizations;

    @Inject
    PersonalFields fields;

    @Inject
    AuditLog audit;

    @Override
    public List<Inviter> inviters(StaffCaller caller, Instant now) {
        caller.require(StaffRight.INVITE);
        List<Inviter> inviters = new ArrayList<>();
        if (mayInvite(caller, Optional.empty())) {
            Optional<Instant> until = invitations
                    .working(caller.organizationId(), Optional.empty(), now)
                    .map(Row::expiresAt);
            inviters.add(new Inviter(Optional.empty(), organization(caller).name(), until));
        }
        inviters.addAll(invitations.teams(caller, now));
        return inviters;
    }

    @Override
    public Optional<Open> open(StaffCaller caller, Optional<Long> teamId, Instant now) {
        caller.require(StaffRight.INVITE);
        return mayInvite(caller, teamId)
                ? invitations.working(caller.organizationId(), teamId, now).map(row -> open(caller, row))
                : Optional.empty();
    }

    private Open open(StaffCaller caller, Row row) {
        Organization organization = organization(caller);
        return new Open(
                row.id(),
                row.teamId(),
                row.team().orElseGet(organization::name),
                fields.open(StaffInvitationTable.SEALED.in(caller.organizationId()), row.sealed()),
                row.issuedBy(),
                row.at(),
                row.expiresAt().atZone(organization.zone()).toLocalDate().minusDays(1));
    }

    @Override
    public Outcome issue(StaffCaller caller, Optional<Long> teamId, LocalDate lastDay, Instant now) {
        caller.require(StaffRight.INVITE);
        ZoneId zone = organization(caller).zone();
        LocalDate today = now.atZone(zone).toLocalDate();
        if (!mayInvite(caller, teamId)) {
            return Outcome.UNKNOWN;
        }
        if (lastDay.isBefore(today) || lastDay.isAfter(today.plusYears(MOST_YEARS))) {
            return Outcome.LAST_DAY_UNUSABLE;
        }
        invitations.oneAtATime(caller.organizationId());
        if (invitations.working(caller.organizationId(), teamId, now).isPresent()) {
            return Outcome.OPEN_ALREADY;
        }
        InvitationCode code = InvitationCode.random();
        byte[] sealed = fields.seal(StaffInvitationTable.SEALED.in(caller.organizationId()), code.readable());
        Instant expiresAt = lastDay.plusDays(1).atStartOfDay(zone).toInstant();
        invitations.insert(caller, teamId, code, sealed, now, expiresAt);
        note(caller, "INVITATION_ISSUED", teamId, now);
        return Outcome.DONE;
    }

    @Override
    public Outcome withdraw(StaffCaller caller, long invitationId, Instant now) {
        caller.require(StaffRight.INVITE);
        Optional<Row> found = invitations
                .workingById(caller.organizationId(), invitationId, now)
                .filter(row -> mayInvite(caller, row.teamId()));
        found.ifPresent(row -> {
            invitations.withdraw(row.id(), now);
            note(caller, "INVITATION_WITHDRAWN", row.teamId(), now);
        });
        return found.isPresent() ? Outcome.DONE : Outcome.UNKNOWN;
    }

    /** In the name of the organization only who works for all of it. */
    private boolean mayInvite(StaffCaller caller, Optional<Long> teamId) {
        return teamId.map(team -> invitations.mayInviteInto(caller, team)).orElse(!caller.limited());
    }

    private Organization organization(StaffCaller caller) {
        return organizations.byId(caller.organizationId());
    }

    private void note(StaffCaller caller, String action, Optional<Long> teamId, Instant now) {
        audit.append(caller.did(action, teamId.map(team -> "team " + team), Optional.empty(), now));
    }
}
