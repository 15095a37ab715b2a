package jp.anpi.line;

import java.util.List;
import jp.anpi.announcements.AnnouncementDraft;

/** Shows an announcement as phones will, before anybody gets it. */
public interface AnnouncementPreview {

    /** The texts of its bubbles, in their order. */
    List<String> bubbles(AnnouncementDraft draft);
}
