package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import jp.anpi.membership.OrganizationTexts;
import jp.anpi.membership.WatchLink;
import jp.anpi.membership.WatchLinks;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.Answers.Met;
import jp.anpi.scheduling.Answers.OkResult;
import jp.anpi.scheduling.Answers.Source;
import jp.anpi.scheduling.Subject;

/** OK and 「連絡がほしい」 (E-4, E-5, E-11). */
@Dependent
class SignsOfLife {

    private final Answers answers;
    private final WatchLinks links;
    private final Menu menu;

    @Inject
    SignsOfLife(Answers answers, WatchLinks links, Menu menu) {
        this.answers = answers;
        this.links = links;
        this.menu = menu;
    }

    void ok(Talk talk, Source source) {
        if (!talk.participant()) {
            notAsked(talk);
            return;
        }
        OkResult result = answers.ok(talk.organizationId(), self(talk), source, talk.tappedAt(), talk.now());
        if (result.met() == Met.NOT_A_PARTICIPANT) {
            notAsked(talk);
            return;
        }
        boolean unwatched = result.met() == Met.ALERT
                && links.watchersOf(talk.organizationId(), talk.registered().id())
                        .isEmpty();
        talk.say(new Utterance.Plain(
                thanks(talk, unwatched ? "ALERT.unwatched" : result.met().name(), result)));
    }

    /** That an OK was received of which nobody else hears, and when the next question comes. */
    static String thanks(Talk talk, OkResult result) {
        return thanks(talk, result.met().name(), result);
    }

    private static String thanks(Talk talk, String met, OkResult result) {
        Days days = Days.of(talk);
        String received = talk.words("sign.ok." + met, days.minute(talk.now()));
        String next = result.nextDueAt()
                .map(at -> "\n" + talk.words("sign.ok.next", days.slot(at)))
                .orElse("");
        return received + next;
    }

    void help(Talk talk, Source source) {
        if (!talk.participant()
                || !answers.needHelp(talk.organizationId(), self(talk), source, talk.tappedAt(), talk.now())) {
            talk.say("sign.help.not-asked", desk(talk));
            menu.show(talk);
            return;
        }
        List<WatchLink> told = watchers(talk);
        if (told.isEmpty()) {
            talk.say("sign.help.nobody", talk.organization().name(), desk(talk));
        } else {
            talk.say("sign.help.watchers", told.size());
        }
        talk.say("sign.help.emergency");
    }

    private List<WatchLink> watchers(Talk talk) {
        return links.reachable(talk.organizationId(), List.of(talk.registered().id()));
    }

    /** Where to telephone, with the number where the organization names one. */
    private static String desk(Talk talk) {
        OrganizationTexts texts = talk.organization().texts();
        return texts.deskName()
                .flatMap(name -> texts.deskPhone().map(phone -> talk.words("desk.phone", name, phone)))
                .orElseGet(() -> talk.words("desk", talk.organization().name()));
    }

    /** Somebody who is not asked said OK: kindly, and with what can be done. */
    private void notAsked(Talk talk) {
        talk.say(talk.member().isPresent() ? "sign.ok.watcher" : "sign.ok.unregistered");
        if (talk.state().step().isEmpty()) {
            menu.show(talk);
        }
    }

    private static Subject self(Talk talk) {
        return Subject.participant(talk.registered().id());
    }
}
