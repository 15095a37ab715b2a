package jp.anpi.announcements.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import jp.anpi.announcements.Announcement;
import jp.anpi.announcements.AnnouncementDraft;
import jp.anpi.announcements.AnnouncementTexts;

/** {@link AnnouncementTexts} from the announcement's row, which nobody edits once it is released. */
@Stateless
public class AnnouncementTextsBean implements AnnouncementTexts {

    @Inject
    private AnnouncementTable announcements;

    @Override
    public Optional<AnnouncementDraft> of(int organizationId, long id) {
        return announcements.find(organizationId, id).map(Announcement::draft);
    }
}
