package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jp.anpi.escalation.WhoIsTold;
import jp.anpi.escalation.WhoIsTold.Told;
import jp.anpi.membership.OrganizationTexts;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.Answers.Met;
import jp.anpi.scheduling.Answers.OkResult;
import jp.anpi.scheduling.Answers.Source;
import jp.anpi.scheduling.Subject;

/** OK and 「連絡がほしい」 (E-4, E-5, E-11). */
@Dependent
class SignsOfLife {

    private final Answers answers;
    private final WhoIsTold whoIsTold;
    private final Menu menu;

    @Inject
    SignsOfLife(Answers answers, WhoIsTold whoIsTold, Menu menu) {
        this.answers = answers;
        this.whoIsTold = whoIsTold;
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
        String met = result.met() == Met.ALERT ? alert(talk) : result.met().name();
        talk.say(new Utterance.Plain(thanks(talk, met, result)));
    }

    /** What ended with this OK, by who hears of it: an alert that nobody has got yet was a question to them. */
    private String alert(Talk talk) {
        Told told = whoIsTold.ofEnd(talk.organizationId(), talk.registered().id(), talk.now());
        if (told.anyWatcher()) {
            return Met.ALERT.name();
        }
        return told.staff() ? "ALERT.unwatched" : Met.QUESTION.name();
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
        Told told =
                whoIsTold.ofCallForHelp(talk.organizationId(), talk.registered().id());
        if (told.anyWatcher()) {
            talk.say("sign.help.watchers", told.watchers());
        } else {
            talk.say("sign.help.nobody", talk.organization().name(), desk(talk));
        }
        talk.say("sign.help.emergency");
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
