package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.anpi.escalation.WatcherActions;
import jp.anpi.escalation.WatcherView;
import jp.anpi.line.internal.render.Choice.Style;

/** 「無事を確認しました」: how a watcher found out, and then the incident is closed (E-12). */
@Dependent
class Closing implements Dialogue {

    private static final String MESSAGE = "message";
    private static final int LONGEST_REASON = 200;
    private static final List<String> WAYS = List.of("phoned", "met", "heard");

    private final WatcherActions actions;

    @Inject
    Closing(WatcherActions actions) {
        this.actions = actions;
    }

    @Override
    public Set<Step> steps() {
        return Set.of(Step.CLOSING);
    }

    void begin(Talk talk, UUID message, WatcherView view) {
        if (view.closed()) {
            talk.say("closing.before");
            return;
        }
        talk.enter(Step.CLOSING, Map.of(MESSAGE, message.toString()));
        talk.say(prompt(talk));
    }

    @Override
    public List<Utterance> prompt(Talk talk) {
        CardBuilder card = talk.card("closing");
        WAYS.forEach(way -> card.press(Style.SECONDARY, talk.words("closing." + way), Deed.FOUND_OUT, way));
        return List.of(card.build());
    }

    @Override
    public void answered(Talk talk, Tap tap) {
        close(talk, talk.words("closing." + tap.argument()));
    }

    @Override
    public void typed(Talk talk, String text) {
        String reason = storable(text);
        if (reason.isEmpty() || reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            talk.say("closing.length");
            talk.say(prompt(talk));
        } else {
            close(talk, reason);
        }
    }

    /** Without what a database cannot hold and nobody can read: control characters, halves of characters. */
    private static String storable(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .filter(point -> Character.getType(point) != Character.SURROGATE)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    private void close(Talk talk, String reason) {
        UUID message = UUID.fromString(talk.data().get(MESSAGE));
        long watcher = talk.registered().id();
        talk.leave();
        Optional<WatcherView> before = actions.look(talk.organizationId(), watcher, message, talk.now());
        if (before.isEmpty()) {
            talk.say("watch.unknown");
        } else if (before.get().participant().isEmpty()) {
            talk.say("watch.left");
        } else if (before.get().closed()) {
            talk.say("closing.before");
        } else {
            actions.close(talk.organizationId(), watcher, message, reason, talk.now());
            talk.say(before.get().othersWatch() ? "closing.done" : "closing.done.alone");
        }
    }
}
