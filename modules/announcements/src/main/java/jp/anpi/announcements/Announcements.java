package jp.anpi.announcements;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import jp.anpi.membership.StaffCaller;

/**
 * The use cases of announcements (R-078, R-108 … R-111). Each looks at the caller's role first, and what it changes stands
 * in the audit log.
 *
 * <p>What depends on what somebody saw takes the {@link Announcement#version()} that they saw, and answers
 * {@link Decision#CHANGED_MEANWHILE} where it is another by now. Nothing is lost by that. What is for a team that has ended is
 * neither submitted nor released.
 */
public interface Announcements {

    /** Keeps a new draft. */
    long write(StaffCaller caller, AnnouncementDraft draft, Instant now);

    /** Replaces a draft's content. */
    Decision edit(StaffCaller caller, long id, int version, AnnouncementDraft draft, Instant now);

    /** Throws a draft away. */
    Decision discard(StaffCaller caller, long id, int version, Instant now);

    /** Counts whom this would reach now. */
    Reach reach(StaffCaller caller, Audience audience, boolean reachesAway, Instant now);

    /** The districts that can be spoken to, by name. */
    List<Addressable> districts(StaffCaller caller);

    /** The teams that can be spoken to, by name. */
    List<Addressable> teams(StaffCaller caller);

    /** How many for this team wait for approval or for their time: once it has ended, nobody gets them. */
    long planned(StaffCaller caller, long teamId);

    /** Asks for approval; where none is needed, it is scheduled at once. */
    Decision submit(StaffCaller caller, long id, int version, Instant now);

    /** Schedules it, as the second person. */
    Decision approve(StaffCaller caller, long id, int version, Instant now);

    /**
     * Sends it at once, whatever time it was planned for and without a second person, where the organization allows that.
     *
     * @param reason why it cannot wait; everybody who sees the announcement reads it. 1 to 500 characters
     */
    Decision sendInEmergency(StaffCaller caller, long id, int version, String reason, Instant now);

    /** Gives it back to whoever wrote it. @param note what to change, 1 to 500 characters */
    Decision sendBack(StaffCaller caller, long id, int version, String note, Instant now);

    /** Takes it back before it has begun. */
    Decision withdraw(StaffCaller caller, long id, Instant now);

    /** Stops it, whatever changed meanwhile: who has no copy by now gets none. */
    Decision stop(StaffCaller caller, long id, Instant now);

    Optional<Announcement> look(StaffCaller caller, long id);

    /** Those that stand so, the newest first. @param before only those that were begun before this one */
    List<Announcement> list(StaffCaller caller, Set<AnnouncementState> states, OptionalLong before, int most);

    /** What was done with it and by whom, oldest first; nothing of this is ever removed while the announcement stands. */
    List<AnnouncementMove> history(StaffCaller caller, long id);

    AnnouncementRule rule(StaffCaller caller);

    /** For those that are submitted from now on. */
    void setRule(StaffCaller caller, AnnouncementRule rule, Instant now);
}
