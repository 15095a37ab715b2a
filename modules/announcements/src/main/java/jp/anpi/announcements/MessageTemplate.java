package jp.anpi.announcements;

import java.util.Optional;

/**
 * A text to begin with.
 *
 * @param name how staff find it; one for each name
 */
public record MessageTemplate(String name, String title, String body, Optional<String> easyBody) {

    public static final int LONGEST_NAME = 40;

    /** @throws IllegalArgumentException as for a draft */
    public MessageTemplate {
        name = AnnouncementDraft.checked("name", name, LONGEST_NAME);
        title = AnnouncementDraft.checked("title", title, AnnouncementDraft.LONGEST_TITLE);
        body = AnnouncementDraft.checked("body", body, AnnouncementDraft.LONGEST_BODY);
        easyBody = easyBody.filter(text -> !text.isBlank())
                .map(text -> AnnouncementDraft.checked("easyBody", text, AnnouncementDraft.LONGEST_BODY));
    }
}
