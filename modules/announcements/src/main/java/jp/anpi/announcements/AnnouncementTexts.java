package jp.anpi.announcements;

import java.util.Optional;

/** The texts of announcements, for whoever renders them on their way. */
public interface AnnouncementTexts {

    /** Empty where the organization has no such announcement. */
    Optional<AnnouncementDraft> of(int organizationId, long id);
}
