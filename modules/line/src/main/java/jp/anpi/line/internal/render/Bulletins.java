package jp.anpi.line.internal.render;

import com.linecorp.bot.messaging.model.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import jp.anpi.announcements.AnnouncementDraft;
import jp.anpi.announcements.Announcements;
import jp.anpi.line.AnnouncementPreview;
import jp.anpi.messaging.OutboxMessage;

/**
 * Announcements as plain text, so that phone numbers and addresses of pages in them can be pressed. The easy version
 * follows in a bubble of its own; LINE counts both as one message.
 */
@ApplicationScoped
public class Bulletins implements AnnouncementPreview {

    private Phrases phrases;
    private Announcements announcements;

    /** For the proxy. */
    public Bulletins() {}

    @Inject
    public Bulletins(Phrases phrases, Announcements announcements) {
        this.phrases = phrases;
        this.announcements = announcements;
    }

    List<Message> announcement(OutboxMessage message) {
        long id = Long.parseLong(message.content().get("announcement"));
        AnnouncementDraft texts =
                announcements.byId(message.organizationId(), id).orElseThrow().draft();
        return bubbles(texts).stream().<Message>map(Texts::of).toList();
    }

    @Override
    public List<String> bubbles(AnnouncementDraft draft) {
        List<String> bubbles = new ArrayList<>();
        bubbles.add(phrases.of("announcement", draft.title(), draft.body()));
        draft.easyBody().ifPresent(easy -> bubbles.add(phrases.of("announcement.easy", easy)));
        return bubbles;
    }
}
