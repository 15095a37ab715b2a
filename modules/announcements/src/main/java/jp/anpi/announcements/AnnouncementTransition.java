package jp.anpi.announcements;

import static jp.anpi.announcements.AnnouncementState.DONE;
import static jp.anpi.announcements.AnnouncementState.DRAFT;
import static jp.anpi.announcements.AnnouncementState.SCHEDULED;
import static jp.anpi.announcements.AnnouncementState.SENDING;
import static jp.anpi.announcements.AnnouncementState.STOPPED;
import static jp.anpi.announcements.AnnouncementState.WAITING_FOR_APPROVAL;

import java.util.Set;

/** The one table of transitions. The name of the row is the reason in the log. */
public enum AnnouncementTransition {
    SUBMITTED(WAITING_FOR_APPROVAL, DRAFT),
    /** Where the organization asks for no second person. */
    RELEASED(SCHEDULED, DRAFT),
    APPROVED(SCHEDULED, WAITING_FOR_APPROVAL),
    /** By one person alone, at once, with a reason that everybody reads. */
    RELEASED_IN_EMERGENCY(SCHEDULED, DRAFT, WAITING_FOR_APPROVAL),
    SENT_BACK(DRAFT, WAITING_FOR_APPROVAL),
    /** Taken back before it began. */
    WITHDRAWN(DRAFT, WAITING_FOR_APPROVAL, SCHEDULED),
    BEGUN(SENDING, SCHEDULED),
    HALTED(STOPPED, SCHEDULED, SENDING),
    /** The team that it was for had ended by the time at which it would have begun: nobody was written to. */
    TEAM_GONE(STOPPED, SCHEDULED),
    FINISHED(DONE, SENDING);

    private final AnnouncementState target;
    private final Set<AnnouncementState> sources;

    AnnouncementTransition(AnnouncementState target, AnnouncementState... sources) {
        this.target = target;
        this.sources = Set.of(sources);
    }

    public AnnouncementState target() {
        return target;
    }

    public boolean allowedFrom(AnnouncementState state) {
        return sources.contains(state);
    }
}
