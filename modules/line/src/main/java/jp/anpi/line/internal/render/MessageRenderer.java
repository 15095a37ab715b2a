package jp.anpi.line.internal.render;

import com.linecorp.bot.messaging.model.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import jp.anpi.membership.Organizations;
import jp.anpi.messaging.OutboxMessage;

/** Turns what waits in the outbox into LINE's message objects, by kind. */
@ApplicationScoped
public class MessageRenderer {

    /** A reply that came too late for its token. Content: {@code json}, an array of LINE's message objects. */
    public static final String REPLY = "REPLY";

    private Questions questions;
    private Alerts alerts;
    private Notices notices;
    private Bulletins bulletins;
    private Organizations organizations;

    /** For the proxy. */
    public MessageRenderer() {}

    @Inject
    public MessageRenderer(
            Questions questions, Alerts alerts, Notices notices, Bulletins bulletins, Organizations organizations) {
        this.questions = questions;
        this.alerts = alerts;
        this.notices = notices;
        this.bulletins = bulletins;
        this.organizations = organizations;
    }

    /**
     * @return empty for a kind that nobody taught this adapter
     * @throws RuntimeException when the content lacks what the kind needs
     */
    public Optional<List<Message>> render(OutboxMessage message) {
        return switch (message.kind()) {
            case REPLY -> Optional.of(MessageJson.read(message.content().get("json")));
            case jp.anpi.announcements.MessageKinds.ANNOUNCEMENT -> Optional.of(bulletins.announcement(message));
            default -> Optional.ofNullable(single(message)).map(List::of);
        };
    }

    private Message single(OutboxMessage message) {
        var content = message.content();
        return switch (message.kind()) {
            case jp.anpi.scheduling.MessageKinds.QUESTION -> questions.question(content);
            case jp.anpi.scheduling.MessageKinds.REMINDER -> questions.reminder(content);
            case jp.anpi.scheduling.MessageKinds.PAUSE_SET ->
                notices.pauseSet(
                        content, organizations.byId(message.organizationId()).zone());
            case jp.anpi.escalation.MessageKinds.ALERT -> alerts.silence(message);
            case jp.anpi.escalation.MessageKinds.HELP_ALERT -> alerts.helpWanted(message);
            case jp.anpi.escalation.MessageKinds.UNREACHABLE_NOTICE -> alerts.unreachable(message);
            case jp.anpi.escalation.MessageKinds.REACHABLE_AGAIN -> notices.reachableAgain(content);
            case jp.anpi.escalation.MessageKinds.ALL_CLEAR ->
                notices.allClear(
                        content, organizations.byId(message.organizationId()).zone());
            case jp.anpi.escalation.MessageKinds.TAKEN -> notices.taken(content);
            case jp.anpi.escalation.MessageKinds.CLOSED -> notices.closed(content);
            case jp.anpi.escalation.MessageKinds.ASKING_ENDED -> notices.askingEnded(content);
            case jp.anpi.escalation.MessageKinds.ASKING_RESUMED -> notices.askingResumed(content);
            case jp.anpi.escalation.MessageKinds.TEAM_LEFT -> notices.teamLeft();
            case jp.anpi.escalation.MessageKinds.TEAM_ENDED -> notices.team("team-ended", content);
            case jp.anpi.escalation.MessageKinds.TEAM_RESUMED -> notices.team("team-resumed", content);
            case jp.anpi.escalation.MessageKinds.PARTICIPANT_LEFT -> notices.participantLeft(content);
            case jp.anpi.escalation.MessageKinds.FAREWELL -> notices.farewell();
            case jp.anpi.escalation.MessageKinds.WATCH_ENDED -> notices.watchEnded(content);
            case jp.anpi.escalation.MessageKinds.PARTICIPANT_JOINED -> notices.participantJoined(content);
            case jp.anpi.escalation.MessageKinds.WATCHER_JOINED -> notices.watcherJoined(content);
            case jp.anpi.escalation.MessageKinds.ADDED_AS_WATCHER -> notices.added("added-as-watcher", content);
            case jp.anpi.escalation.MessageKinds.ADDED_AS_PARTICIPANT -> notices.added("added-as-participant", content);
            case jp.anpi.escalation.MessageKinds.NO_WATCHER_LEFT -> notices.noWatcherLeft();
            default -> null;
        };
    }
}
