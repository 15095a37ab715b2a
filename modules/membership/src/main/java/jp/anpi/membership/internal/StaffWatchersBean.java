package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.foundation.AuditLog;
import jp.anpi.membership.InvitationKind;
import jp.anpi.membership.Invitations;
import jp.anpi.membership.Invitations.Issue;
import jp.anpi.membership.Invitations.Refusal;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffPeople;
import jp.anpi.membership.StaffRight;
import jp.anpi.membership.StaffWatchers;

/** {@link StaffWatchers}; each invitation stands in the audit log, its code does not. */
@Stateless
public class StaffWatchersBean implements StaffWatchers {

    @Inject
    private StaffPeople people;

    @Inject
    private Invitations invitations;

    @Inject
    private StaffWatcherTable table;

    @Inject
    private AuditLog audit;

    @Override
    public Invited invite(StaffCaller caller, long participantId, Instant now) {
        caller.require(StaffRight.INVITE_WATCHERS);
        Optional<Member> member = people.seen(caller, participantId);
        if (member.isEmpty()) {
            return new Invited(Outcome.UNKNOWN, Optional.empty());
        }
        Issue issue = invitations.issue(
                caller.organizationId(), participantId, Optional.of(Role.WATCHER), InvitationKind.SINGLE_USE, now);
        issue.issued()
                .ifPresent(issued -> audit.append(caller.did(
                        "WATCHER_INVITED",
                        Optional.of(member.get().number()),
                        Optional.of("invitation " + issued.invitationId()),
                        now)));
        return new Invited(issue.refusal().map(StaffWatchersBean::outcome).orElse(Outcome.DONE), issue.issued());
    }

    @Override
    public Optional<Watcher> find(StaffCaller caller, String number) {
        caller.require(StaffRight.SEE_PEOPLE);
        return table.find(caller, MemberNumber.typed(number))
                .filter(watcher -> !caller.limited() || !watcher.watched().isEmpty());
    }

    private static Outcome outcome(Refusal refusal) {
        return switch (refusal) {
            case TEAM_FULL -> Outcome.TEAM_FULL;
            case TOO_MANY -> Outcome.TOO_MANY;
        };
    }
}
