package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.anpi.escalation.WatcherActions;
import jp.anpi.escalation.WatcherView;
import jp.anpi.line.internal.render.Choice.Style;
import jp.anpi.membership.Member;
import jp.anpi.membership.PageLinks;
import jp.anpi.membership.PageLinks.Purpose;

/** The three buttons of an alert (E-12): {@code alert:look|take|safe:<message id>}. */
@Dependent
class AlertButtons {

    private static final Pattern BUTTON =
            Pattern.compile("alert:(look|take|safe):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private final WatcherActions actions;
    private final PageLinks pages;
    private final OfficialAccount account;
    private final Closing closing;

    @Inject
    AlertButtons(WatcherActions actions, PageLinks pages, OfficialAccount account, Closing closing) {
        this.actions = actions;
        this.pages = pages;
        this.account = account;
        this.closing = closing;
    }

    /** @return whether it was a button of an alert, whoever pressed it */
    boolean pressed(Talk talk, String data) {
        Matcher button = BUTTON.matcher(data);
        if (!button.matches()) {
            return false;
        }
        UUID message = UUID.fromString(button.group(2));
        if (talk.member().isEmpty()) {
            talk.say("watch.unknown");
            return true;
        }
        long watcher = talk.registered().id();
        switch (button.group(1)) {
            case "look" -> say(talk, actions.look(talk.organizationId(), watcher, message, talk.now()), this::who);
            case "take" -> say(talk, actions.take(talk.organizationId(), watcher, message, talk.now()), this::taken);
            default ->
                say(
                        talk,
                        actions.look(talk.organizationId(), watcher, message, talk.now()),
                        (same, view) -> closing.begin(same, message, view));
        }
        return true;
    }

    private interface Answer {
        void give(Talk talk, WatcherView view);
    }

    /** About somebody whom they do not watch any more there is nothing to see or to do. */
    private static void say(Talk talk, Optional<WatcherView> view, Answer answer) {
        if (view.isEmpty()) {
            talk.say("watch.unknown");
        } else if (view.get().participant().isEmpty()) {
            talk.say("watch.left");
        } else {
            answer.give(talk, view.get());
        }
    }

    private void who(Talk talk, WatcherView view) {
        Member about = view.participant().orElseThrow();
        Days days = Days.of(talk);
        Optional<Instant> lastOk = view.lastOkAt();
        String since = lastOk.map(at -> talk.words("watch.last-ok", days.fullMinute(at)))
                .orElse(talk.words("watch.never-ok"));
        CardBuilder card = talk.card("watch.who", about.displayName(), about.number())
                .paragraph(talk.words("watch.cause." + view.cause().name(), days.fullMinute(view.openedAt())))
                .paragraph(since)
                .paragraph(talk.words("watch.state." + standing(view)));
        String token = pages.issue(
                talk.organizationId(), talk.registered().id(), Purpose.WATCHED, Optional.of(about.id()), talk.now());
        talk.say(card.open(Style.SECONDARY, "label.see", account.page(talk, token))
                .build());
    }

    private void taken(Talk talk, WatcherView view) {
        boolean alone = view.takenByMe() && !view.closed() && !view.othersWatch();
        talk.say("watch.taken." + (alone ? "alone" : standing(view)));
    }

    private static String standing(WatcherView view) {
        if (view.closed()) {
            return "closed";
        }
        if (view.takenByMe()) {
            return "mine";
        }
        return view.takenByOther() ? "other" : "open";
    }
}
