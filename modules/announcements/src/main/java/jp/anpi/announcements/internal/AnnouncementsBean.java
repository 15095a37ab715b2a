package jp.anpi.announcements.internal;

import static jp.anpi.announcements.AnnouncementTransition.APPROVED;
import static jp.anpi.announcements.AnnouncementTransition.HALTED;
import static jp.anpi.announcements.AnnouncementTransition.RELEASED;
import static jp.anpi.announcements.AnnouncementTransition.RELEASED_IN_EMERGENCY;
import static jp.anpi.announcements.AnnouncementTransition.SENT_BACK;
import static jp.anpi.announcements.AnnouncementTransition.SUBMITTED;
import static jp.anpi.announcements.AnnouncementTransition.WITHDRAWN;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import jp.anpi.announcements.Addressable;
import jp.anpi.announcements.Announcement;
import jp.anpi.announcements.AnnouncementDraft;
import jp.anpi.announcements.AnnouncementMove;
import jp.anpi.announcements.AnnouncementRule;
import jp.anpi.announcements.AnnouncementState;
import jp.anpi.announcements.AnnouncementTransition;
import jp.anpi.announcements.Announcements;
import jp.anpi.announcements.Audience;
import jp.anpi.announcements.Decision;
import jp.anpi.announcements.Reach;
import jp.anpi.foundation.AuditLog;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRight;
import jp.anpi.messaging.Quotas;

/** {@link Announcements}: each use case locks the one announcement, looks at it, and moves it. */
@Stateless
public class AnnouncementsBean implements Announcements {

    private static final Set<AnnouncementState> ONWARD =
            EnumSet.of(AnnouncementState.WAITING_FOR_APPROVAL, AnnouncementState.SCHEDULED);

    @Inject
    private AnnouncementTable announcements;

    @Inject
    private AudienceTable audiences;

    @Inject
    private Quotas quotas;

    @Inject
    private AuditLog audit;

    @Override
    public long write(StaffCaller caller, AnnouncementDraft draft, Instant now) {
        caller.require(StaffRight.ANNOUNCE);
        long id = announcements.insert(caller.organizationId(), draft, caller.staffId(), now);
        note(caller, "ANNOUNCEMENT_WRITTEN", id, Optional.empty(), now);
        return id;
    }

    @Override
    public Decision edit(StaffCaller caller, long id, int version, AnnouncementDraft draft, Instant now) {
        return decide(caller, id, OptionalInt.of(version), seen -> {
            if (seen.state() != AnnouncementState.DRAFT) {
                return Decision.NOT_POSSIBLE;
            }
            announcements.replace(seen, draft, caller.staffId());
            note(caller, "ANNOUNCEMENT_EDITED", id, Optional.empty(), now);
            return Decision.DONE;
        });
    }

    @Override
    public Decision discard(StaffCaller caller, long id, int version, Instant now) {
        return decide(caller, id, OptionalInt.of(version), seen -> {
            if (seen.state() != AnnouncementState.DRAFT) {
                return Decision.NOT_POSSIBLE;
            }
            announcements.remove(seen);
            note(caller, "ANNOUNCEMENT_DISCARDED", id, Optional.of(seen.draft().title()), now);
            return Decision.DONE;
        });
    }

    @Override
    public Reach reach(StaffCaller caller, Audience audience, boolean reachesAway, Instant now) {
        caller.require(StaffRight.SEE_ANNOUNCEMENTS);
        AudienceTable.Size size = audiences.size(caller.organizationId(), audience, reachesAway, now);
        return new Reach(size.reachable(), size.outOfReach(), size.away(), quotas.of(caller.organizationId()));
    }

    @Override
    public List<Addressable> districts(StaffCaller caller) {
        caller.require(StaffRight.SEE_ANNOUNCEMENTS);
        return audiences.districts(caller.organizationId());
    }

    @Override
    public List<Addressable> teams(StaffCaller caller) {
        caller.require(StaffRight.SEE_ANNOUNCEMENTS);
        return audiences.teams(caller.organizationId());
    }

    @Override
    public long planned(StaffCaller caller, long teamId) {
        caller.require(StaffRight.SEE_ANNOUNCEMENTS);
        return announcements.planned(caller.organizationId(), teamId);
    }

    @Override
    public Decision submit(StaffCaller caller, long id, int version, Instant now) {
        AnnouncementTransition transition =
                announcements.rule(caller.organizationId()).approvalNeeded() ? SUBMITTED : RELEASED;
        return decide(
                caller, id, OptionalInt.of(version), seen -> move(caller, seen, transition, Optional.empty(), now));
    }

    @Override
    public Decision approve(StaffCaller caller, long id, int version, Instant now) {
        long staff = caller.staffId();
        return decide(caller, id, OptionalInt.of(version), seen -> {
            boolean own = seen.writtenBy() == staff || seen.submittedBy().equals(Optional.of(staff));
            return own ? Decision.SAME_PERSON : move(caller, seen, APPROVED, Optional.empty(), now);
        });
    }

    @Override
    public Decision sendInEmergency(StaffCaller caller, long id, int version, String reason, Instant now) {
        Optional<String> why = Optional.of(AnnouncementDraft.checked("reason", reason, AnnouncementDraft.LONGEST_NOTE));
        return decide(
                caller,
                id,
                OptionalInt.of(version),
                seen -> announcements.rule(caller.organizationId()).emergencyAllowed()
                        ? move(caller, seen, RELEASED_IN_EMERGENCY, why, now)
                        : Decision.NOT_POSSIBLE);
    }

    @Override
    public Decision sendBack(StaffCaller caller, long id, int version, String note, Instant now) {
        Optional<String> why = Optional.of(AnnouncementDraft.checked("note", note, AnnouncementDraft.LONGEST_NOTE));
        return decide(caller, id, OptionalInt.of(version), seen -> move(caller, seen, SENT_BACK, why, now));
    }

    @Override
    public Decision withdraw(StaffCaller caller, long id, Instant now) {
        return decide(caller, id, OptionalInt.empty(), seen -> move(caller, seen, WITHDRAWN, Optional.empty(), now));
    }

    @Override
    public Decision stop(StaffCaller caller, long id, Instant now) {
        return decide(caller, id, OptionalInt.empty(), seen -> move(caller, seen, HALTED, Optional.empty(), now));
    }

    @Override
    public Optional<Announcement> look(StaffCaller caller, long id) {
        caller.require(StaffRight.SEE_ANNOUNCEMENTS);
        return announcements.find(caller.organizationId(), id);
    }

    @Override
    public List<Announcement> list(StaffCaller caller, Set<AnnouncementState> states, OptionalLong before, int most) {
        caller.require(StaffRight.SEE_ANNOUNCEMENTS);
        return announcements.list(caller.organizationId(), states, before.orElse(Long.MAX_VALUE), most);
    }

    @Override
    public List<AnnouncementMove> history(StaffCaller caller, long id) {
        caller.require(StaffRight.SEE_ANNOUNCEMENTS);
        return announcements.history(caller.organizationId(), id);
    }

    @Override
    public AnnouncementRule rule(StaffCaller caller) {
        caller.require(StaffRight.SEE_ANNOUNCEMENTS);
        return announcements.rule(caller.organizationId());
    }

    @Override
    public void setRule(StaffCaller caller, AnnouncementRule rule, Instant now) {
        caller.require(StaffRight.SET_ANNOUNCEMENT_RULE);
        announcements.setRule(caller.organizationId(), rule);
        String how = !rule.approvalNeeded() ? "ALONE" : rule.emergencyAllowed() ? "ALONE_IN_AN_EMERGENCY" : "BY_TWO";
        audit.append(caller.did("ANNOUNCEMENT_RULE_SET", Optional.empty(), Optional.of(how), now));
    }

    /** @param version that somebody saw, where it matters */
    private Decision decide(
            StaffCaller caller, long id, OptionalInt version, Function<Announcement, Decision> decision) {
        caller.require(StaffRight.ANNOUNCE);
        Optional<Announcement> found = announcements.lock(caller.organizationId(), id);
        if (found.isEmpty()) {
            return Decision.NOT_POSSIBLE;
        }
        boolean changed =
                version.isPresent() && version.getAsInt() != found.get().version();
        return changed ? Decision.CHANGED_MEANWHILE : decision.apply(found.get());
    }

    private Decision move(
            StaffCaller caller,
            Announcement seen,
            AnnouncementTransition transition,
            Optional<String> note,
            Instant now) {
        if (!transition.allowedFrom(seen.state())) {
            return Decision.NOT_POSSIBLE;
        }
        if (ONWARD.contains(transition.target())
                && audiences.gone(seen.organizationId(), seen.draft().audience())) {
            return Decision.TEAM_GONE;
        }
        announcements.move(seen, transition, Optional.of((long) caller.staffId()), note, now);
        note(caller, "ANNOUNCEMENT_" + transition, seen.id(), note, now);
        return Decision.DONE;
    }

    private void note(StaffCaller caller, String action, long id, Optional<String> note, Instant now) {
        audit.append(caller.did(action, Optional.of("announcement " + id), note, now));
    }
}
