package jp.anpi.escalation.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import jp.anpi.escalation.MessageKinds;
import jp.anpi.escalation.StaffDepartures;
import jp.anpi.foundation.AuditLog;
import jp.anpi.foundation.Typed;
import jp.anpi.membership.Deaths;
import jp.anpi.membership.Farewells;
import jp.anpi.membership.Member;
import jp.anpi.membership.Members;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffPeople;
import jp.anpi.membership.StaffRight;
import jp.anpi.messaging.Outbox;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.Priority;
import jp.anpi.scheduling.Subject;

/**
 * {@link StaffDepartures}; what leaving does stands at {@link Members#leave} and those who hear of it. A call for help that
 * comes at the very moment stays with staff, as where somebody leaves on the phone (E-11).
 */
@Stateless
public class StaffDeparturesBean implements StaffDepartures {

    @Inject
    private StaffPeople people;

    @Inject
    private Members members;

    @Inject
    private Deaths deaths;

    @Inject
    private IncidentTable incidents;

    @Inject
    private Farewells farewells;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditLog audit;

    @Override
    public OptionalLong openIncident(StaffCaller caller, long participantId) {
        caller.require(StaffRight.MANAGE_PEOPLE);
        return people.seen(caller, participantId).map(this::open).orElse(OptionalLong.empty());
    }

    private OptionalLong open(Member member) {
        return incidents.openOfSubject(member.organizationId(), Subject.participant(member.id()));
    }

    @Override
    public Outcome takeOut(StaffCaller caller, long participantId, String reason, Instant now) {
        caller.require(StaffRight.MANAGE_PEOPLE);
        Optional<Member> found = people.seen(caller, participantId);
        if (found.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        Optional<String> why = Typed.line(reason, LONGEST_REASON);
        if (why.isEmpty()) {
            return Outcome.REASON_UNREADABLE;
        }
        if (why.get().isEmpty()) {
            return Outcome.REASON_MISSING;
        }
        Member member = found.get();
        if (deaths.isNoted(member.organizationId(), member.id())) {
            return Outcome.DIED;
        }
        if (open(member).isPresent()) {
            return Outcome.INCIDENT_OPEN;
        }
        return leave(caller, member, why.get(), now) ? Outcome.DONE : Outcome.UNKNOWN;
    }

    /** False where they have left meanwhile. */
    private boolean leave(StaffCaller caller, Member member, String reason, Instant now) {
        boolean left = members.leave(member.organizationId(), member.id(), now);
        if (left) {
            farewells.keep(member, now);
            outbox.enqueue(List.of(OutboxMessage.notice(
                    member.organizationId(),
                    Priority.REMINDER,
                    MessageKinds.FAREWELL,
                    Map.of(),
                    List.of(member.id()),
                    now)));
            audit.append(caller.did("PERSON_TAKEN_OUT", Optional.of(member.number()), Optional.of(reason), now));
        }
        return left;
    }
}
