package jp.anpi.announcements.internal;

import static jp.anpi.announcements.AnnouncementTransition.APPROVED;
import static jp.anpi.announcements.AnnouncementTransition.HALTED;
import static jp.anpi.announcements.AnnouncementTransition.RELEASED;
import static jp.anpi.announcements.AnnouncementTransition.SENT_BACK;
import static jp.anpi.announcements.AnnouncementTransition.SUBMITTED;
import static jp.anpi.announcements.AnnouncementTransition.WITHDRAWN;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import jp.anpi.announcements.Announcement;
import jp.anpi.announcements.AnnouncementDraft;
import jp.anpi.announcements.AnnouncementMove;
import jp.anpi.announcements.AnnouncementState;
import jp.anpi.announcements.AnnouncementTransition;
import jp.anpi.announcements.Announcements;
import jp.anpi.announcements.Audience;
import jp.anpi.announcements.Decision;
import jp.anpi.announcements.Reach;
import jp.anpi.messaging.Quotas;

/** {@link Announcements}: each use case locks the one announcement, looks at it, and moves it. */
@Stateless
public class AnnouncementsBean implements Announcements {

    @Inject
    private AnnouncementTable announcements;

    @Inject
    private AudienceTable audiences;

    @Inject
    private Quotas quotas;

    @Override
    public long write(int organizationId, AnnouncementDraft draft, long staffId, Instant now) {
        return announcements.insert(organizationId, draft, staffId, now);
    }

    @Override
    public Decision edit(int organizationId, long id, int version, AnnouncementDraft draft, long staffId, Instant now) {
        return decide(organizationId, id, OptionalInt.of(version), seen -> {
            if (seen.state() != AnnouncementState.DRAFT) {
                return Decision.NOT_POSSIBLE;
            }
            announcements.replace(seen, draft, staffId);
            return Decision.DONE;
        });
    }

    @Override
    public Decision discard(int organizationId, long id, int version) {
        return decide(organizationId, id, OptionalInt.of(version), seen -> {
            if (seen.state() != AnnouncementState.DRAFT) {
                return Decision.NOT_POSSIBLE;
            }
            announcements.remove(seen);
            return Decision.DONE;
        });
    }

    @Override
    public Reach reach(int organizationId, Audience audience, boolean reachesAway, Instant now) {
        AudienceTable.Size size = audiences.size(organizationId, audience, reachesAway, now);
        return new Reach(size.reachable(), size.outOfReach(), size.away(), quotas.of(organizationId));
    }

    @Override
    public Decision submit(int organizationId, long id, int version, long staffId, Instant now) {
        AnnouncementTransition transition = announcements.approvalNeeded(organizationId) ? SUBMITTED : RELEASED;
        return decide(organizationId, id, OptionalInt.of(version), seen -> move(seen, transition, staffId, null, now));
    }

    @Override
    public Decision approve(int organizationId, long id, int version, long staffId, Instant now) {
        return decide(organizationId, id, OptionalInt.of(version), seen -> {
            boolean own = seen.writtenBy() == staffId || seen.submittedBy().equals(Optional.of(staffId));
            return own ? Decision.SAME_PERSON : move(seen, APPROVED, staffId, null, now);
        });
    }

    @Override
    public Decision sendBack(int organizationId, long id, int version, String note, long staffId, Instant now) {
        return decide(organizationId, id, OptionalInt.of(version), seen -> move(seen, SENT_BACK, staffId, note, now));
    }

    @Override
    public Decision withdraw(int organizationId, long id, long staffId, Instant now) {
        return decide(organizationId, id, OptionalInt.empty(), seen -> move(seen, WITHDRAWN, staffId, null, now));
    }

    @Override
    public Decision stop(int organizationId, long id, long staffId, Instant now) {
        return decide(organizationId, id, OptionalInt.empty(), seen -> move(seen, HALTED, staffId, null, now));
    }

    @Override
    public Optional<Announcement> byId(int organizationId, long id) {
        return announcements.find(organizationId, id);
    }

    @Override
    public List<Announcement> latest(int organizationId, int most) {
        return announcements.latest(organizationId, most);
    }

    @Override
    public List<AnnouncementMove> history(int organizationId, long id) {
        return announcements.history(organizationId, id);
    }

    @Override
    public boolean approvalNeeded(int organizationId) {
        return announcements.approvalNeeded(organizationId);
    }

    @Override
    public void needApproval(int organizationId, boolean needed) {
        announcements.needApproval(organizationId, needed);
    }

    /** @param version that somebody saw, where it matters */
    private Decision decide(
            int organizationId, long id, OptionalInt version, Function<Announcement, Decision> decision) {
        Optional<Announcement> found = announcements.lock(organizationId, id);
        if (found.isEmpty()) {
            return Decision.NOT_POSSIBLE;
        }
        boolean changed =
                version.isPresent() && version.getAsInt() != found.get().version();
        return changed ? Decision.CHANGED_MEANWHILE : decision.apply(found.get());
    }

    private Decision move(
            Announcement seen, AnnouncementTransition transition, long staffId, String note, Instant now) {
        if (!transition.allowedFrom(seen.state())) {
            return Decision.NOT_POSSIBLE;
        }
        announcements.move(seen, transition, Optional.of(staffId), Optional.ofNullable(note), now);
        return Decision.DONE;
    }
}
