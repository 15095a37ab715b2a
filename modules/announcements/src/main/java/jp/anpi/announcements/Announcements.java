package jp.anpi.announcements;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The use cases of announcements. {@code staffId} is the account that acts; whether it may is asked of the caller's door.
 *
 * <p>What depends on what somebody saw takes the {@link Announcement#version()} that they saw, and answers
 * {@link Decision#CHANGED_MEANWHILE} where it is another by now. Nothing is lost by that.
 */
public interface Announcements {

    /** Keeps a new draft. */
    long write(int organizationId, AnnouncementDraft draft, long staffId, Instant now);

    /** Replaces a draft's content. */
    Decision edit(int organizationId, long id, int version, AnnouncementDraft draft, long staffId, Instant now);

    /** Throws a draft away. */
    Decision discard(int organizationId, long id, int version);

    /** Counts whom this would reach now. */
    Reach reach(int organizationId, Audience audience, boolean reachesAway, Instant now);

    /** Asks for approval; where none is needed, it is scheduled at once. */
    Decision submit(int organizationId, long id, int version, long staffId, Instant now);

    /** Schedules it, as the second person. */
    Decision approve(int organizationId, long id, int version, long staffId, Instant now);

    /** Gives it back to whoever wrote it. */
    Decision sendBack(int organizationId, long id, int version, String note, long staffId, Instant now);

    /** Takes it back before it has begun. */
    Decision withdraw(int organizationId, long id, long staffId, Instant now);

    /** Stops it, whatever changed meanwhile: who has no copy by now gets none. */
    Decision stop(int organizationId, long id, long staffId, Instant now);

    Optional<Announcement> byId(int organizationId, long id);

    /** Newest first. */
    List<Announcement> latest(int organizationId, int most);

    /** What was done with it and by whom, oldest first; nothing of this is ever removed while the announcement stands. */
    List<AnnouncementMove> history(int organizationId, long id);

    boolean approvalNeeded(int organizationId);

    /** For those that are submitted from now on. */
    void needApproval(int organizationId, boolean needed);
}
