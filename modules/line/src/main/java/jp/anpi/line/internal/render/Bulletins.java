package jp.anpi.line.internal.render;

import com.linecorp.bot.messaging.model.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import jp.anpi.announcements.AnnouncementDraft;
import jp.anpi.announcements.AnnouncementTexts;
import jp.anpi.line.AnnouncementPreview;
import jp.anpi.messaging.OutboxMessage;

/**
 * Announcements as plain text, so that phone numbers and addresses of pages in them can be pressed. The easy version
 * follows in a bubble of its own; LINE counts both as one message.
 */
@ApplicationScoped
public class Bulletins implements AnnouncementPreview {

    private Phrases phrases;
    private AnnouncementTexts texts;

    /** For the proxy. */
    public Bulletins() {}

    @Inject
    public Bulletins(Phrases phrases, AnnouncementTexts texts) {
        this.phrases = phrases;
        this.texts = texts;
    }

    List<Message> announcement(OutboxMessage message) {
        long id = Long.parseLong(message.content().get("announcement"));
        AnnouncementDraft draft = texts.of(message.organizationId(), id).orElseThrow();
        return bubbles(draft).stream().<Message>map(Texts::of).toList();
    }

    @Override
    public List<String> bubbles(AnnouncementDraft draft) {
        List<String> bubbles = new ArrayList<>();
        bubbles.add(phrases.of("announcement", draft.title(), draft.body()));
        draft.easyBody().ifPresent(easy -> bubbles.add(phrases.of("announcement.easy", easy)));
        return bubbles;
    }
}
