package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.anpi.scheduling.Answers.Source;

/**
 * One turn of a conversation: finds out what was meant, and has it done.
 *
 * <p>Words are read in this order: a label of the question asked last, something that can be said at any time, an
 * invitation code, an answer in free words. A dialogue that was begun survives everything but its own end, 「やめる」,
 * the beginning of another one, and being forgotten.
 */
@Dependent
class Turn {

    private final Map<Step, Dialogue> dialogues = new EnumMap<>(Step.class);
    private final Vocabulary vocabulary;
    private final Greeting greeting;
    private final Commands commands;
    private final AlertButtons alerts;
    private final InvitationAcceptance invitations;
    private final Menu menu;

    @Inject
    Turn(
            @Any Instance<Dialogue> dialogues,
            Vocabulary vocabulary,
            Greeting greeting,
            Commands commands,
            AlertButtons alerts,
            InvitationAcceptance invitations,
            Menu menu) {
        this((Iterable<Dialogue>) dialogues, vocabulary, greeting, commands, alerts, invitations, menu);
    }

    Turn(
            Iterable<Dialogue> dialogues,
            Vocabulary vocabulary,
            Greeting greeting,
            Commands commands,
            AlertButtons alerts,
            InvitationAcceptance invitations,
            Menu menu) {
        dialogues.forEach(dialogue -> dialogue.steps().forEach(step -> this.dialogues.put(step, dialogue)));
        this.vocabulary = vocabulary;
        this.greeting = greeting;
        this.commands = commands;
        this.alerts = alerts;
        this.invitations = invitations;
        this.menu = menu;
    }

    void take(Talk talk, Incoming incoming, Seal seal) {
        if (forgotten(talk) && !answersQuestion(talk, incoming, seal) && !asksForMenu(incoming, seal)) {
            talk.leave();
        }
        if (incoming instanceof Incoming.Followed) {
            greeting.followed(talk);
            repeatQuestion(talk);
        } else if (incoming instanceof Incoming.Unfollowed) {
            greeting.unfollowed(talk);
        } else if (incoming instanceof Incoming.Typed typed) {
            typed(talk, typed.text());
        } else if (incoming instanceof Incoming.Pressed pressed) {
            pressed(talk, pressed, seal);
        } else {
            notUnderstood(talk, talk.participant() ? "talk.wordless.participant" : "talk.wordless");
        }
    }

    /**
     * Half an hour after a member was asked whether to undo something, whatever else they say is about something else:
     * 「はい」 then answers 「お元気ですか」 and never says yes to leaving. A registration and an invitation wait on, for
     * somebody counts on them; so does the question how all was found to be well, which may take a visit to answer.
     */
    private static boolean forgotten(Talk talk) {
        return talk.state()
                        .step()
                        .filter(step -> step.forgettable() || changes(talk))
                        .isPresent()
                && talk.state().staleAt(talk.tappedAt());
    }

    private static boolean changes(Talk talk) {
        return "yes".equals(talk.data().get("change"));
    }

    /** 「メニュー」 never destroys what was begun. */
    private boolean asksForMenu(Incoming incoming, Seal seal) {
        Optional<Deed> deed = Optional.empty();
        if (incoming instanceof Incoming.Typed typed) {
            deed = vocabulary.deed(typed.text());
        } else if (incoming instanceof Incoming.Pressed pressed) {
            deed = seal.open(pressed.data(), pressed.picked()).map(Tap::deed);
        }
        return deed.filter(Deed.MENU::equals).isPresent();
    }

    private static boolean answersQuestion(Talk talk, Incoming incoming, Seal seal) {
        return incoming instanceof Incoming.Pressed pressed
                && seal.open(pressed.data(), pressed.picked())
                        .filter(tap -> tap.deed().answer() && stamped(talk, tap))
                        .isPresent();
    }

    private static boolean stamped(Talk talk, Tap tap) {
        return tap.argument().startsWith(talk.state().stamp() + ".");
    }

    private void pressed(Talk talk, Incoming.Pressed pressed, Seal seal) {
        if (pressed.data().equals(Deed.OK.code())) {
            command(talk, Tap.of(Deed.OK), Source.BUTTON);
        } else if (pressed.data().equals(Deed.HELP.code())) {
            command(talk, Tap.of(Deed.HELP), Source.BUTTON);
        } else if (alerts.pressed(talk, pressed.data())) {
            endOffer(talk);
            if (!talk.state().is(Step.CLOSING)) {
                repeatQuestion(talk);
            }
        } else {
            sealed(talk, seal.open(pressed.data(), pressed.picked()));
        }
    }

    private void sealed(Talk talk, Optional<Tap> tap) {
        if (tap.isEmpty()) {
            notUnderstood(talk, "talk.unusable");
        } else if (tap.get().deed().answer()) {
            answered(talk, tap.get());
        } else {
            command(talk, tap.get(), Source.BUTTON);
        }
    }

    /** Only the question asked last is answered; its stamp stands before the argument. */
    private void answered(Talk talk, Tap tap) {
        String stamp = talk.state().stamp();
        if (talk.state().step().isEmpty() || !stamped(talk, tap)) {
            notUnderstood(talk, "talk.unusable");
            return;
        }
        String argument = tap.argument().substring(stamp.length() + 1);
        dialogue(talk).orElseThrow().answered(talk, new Tap(tap.deed(), argument, tap.picked()));
    }

    private void typed(Talk talk, String text) {
        Optional<Dialogue> dialogue = dialogue(talk);
        Optional<Deed> deed = vocabulary.deed(text).filter(said -> meant(talk, said));
        Optional<Tap> label = labelled(talk, text);
        Optional<String> code = vocabulary.invitationCode(text);
        if (label.isPresent()) {
            labelTyped(talk, label.get());
        } else if (deed.isPresent()) {
            command(talk, Tap.of(deed.get()), Source.TYPED);
        } else if (code.isPresent()) {
            invited(talk, code.get());
        } else if (dialogue.isPresent()) {
            dialogue.get().typed(talk, text);
        } else {
            menu.notUnderstood(talk);
        }
    }

    /** 「元気です」 of a watcher who is telling how all is well is the answer to that question. */
    private static boolean meant(Talk talk, Deed said) {
        return said != Deed.OK || !talk.state().is(Step.CLOSING) || talk.participant();
    }

    private void labelTyped(Talk talk, Tap tap) {
        if (tap.deed() == Deed.OK) {
            command(talk, tap, Source.TYPED);
        } else {
            dialogue(talk).orElseThrow().answered(talk, tap);
        }
    }

    private Optional<Tap> labelled(Talk talk, String text) {
        String words = Spelling.canonical(text);
        List<Utterance> question = dialogue(talk).map(asks -> asks.again(talk)).orElse(List.of());
        return question.stream()
                .filter(Utterance.Card.class::isInstance)
                .flatMap(card -> ((Utterance.Card) card).offers().stream())
                .filter(Offer.Press.class::isInstance)
                .map(Offer.Press.class::cast)
                .filter(press -> Spelling.canonical(press.label()).equals(words))
                .map(press -> new Tap(press.deed(), press.argument(), Optional.empty()))
                .findFirst();
    }

    private void command(Talk talk, Tap tap, Source source) {
        if (tap.deed() == Deed.OK && talk.state().is(Step.PRACTICE)) {
            dialogue(talk).orElseThrow().answered(talk, tap);
        } else if (tap.deed() == Deed.CANCEL && talk.state().step().isPresent()) {
            talk.leave();
            talk.say("talk.cancelled");
            menu.show(talk);
        } else if (Commands.begins(tap.deed())) {
            begin(talk, tap, source);
        } else {
            if (tap.deed() != Deed.MENU && tap.deed() != Deed.THANKS) {
                endOffer(talk);
            }
            commands.perform(talk, tap, source);
            if (!signOfLife(talk, tap.deed())) {
                repeatQuestion(talk);
            }
        }
    }

    /** Thanked for, and nothing else: a question would look as if it did not count. */
    private static boolean signOfLife(Talk talk, Deed deed) {
        return talk.participant() && (deed == Deed.OK || deed == Deed.HELP);
    }

    /**
     * Something new begins, which ends what was begun before; what turns out to begin nothing ends nothing either.
     * Pressing the same beginning twice goes on where the person stands.
     */
    private void begin(Talk talk, Tap tap, Source source) {
        if (beganSo(talk, tap.deed())) {
            goOn(talk);
            return;
        }
        endOffer(talk);
        State before = talk.state();
        commands.perform(talk, tap, source);
        boolean begun = talk.state().step().filter(step -> !step.offer()).isPresent()
                && !talk.state().equals(before);
        if (before.step().isPresent() && !begun) {
            talk.back(before);
            repeatQuestion(talk);
        }
    }

    private static boolean beganSo(Talk talk, Deed deed) {
        String role = talk.data().get("role");
        boolean changing = changes(talk);
        return switch (deed) {
            case START_PARTICIPANT ->
                "PARTICIPANT".equals(role) && !changing && !talk.state().is(Step.INVITED);
            case START_WATCHER -> "WATCHER".equals(role) && !talk.state().is(Step.INVITED);
            case CHANGE_SCHEDULE -> changing;
            default -> false;
        };
    }

    /**
     * Who sends a code accepts an invitation, which ends what was begun before: of that nothing counted yet. A code that
     * opens nothing ends nothing either.
     */
    private void invited(Talk talk, String code) {
        endOffer(talk);
        State before = talk.state();
        invitations.received(talk, code);
        if (talk.state().equals(before)) {
            repeatQuestion(talk);
        }
    }

    private void notUnderstood(Talk talk, String key) {
        talk.say(key);
        if (talk.state().step().filter(step -> !step.offer()).isEmpty()) {
            menu.show(talk);
        }
        repeatQuestion(talk);
    }

    private void repeatQuestion(Talk talk) {
        dialogue(talk).ifPresent(asks -> {
            talk.askedAgain();
            talk.say(asks.again(talk));
        });
    }

    /** Who begins once more after a while reads everything once more. */
    private void goOn(Talk talk) {
        dialogue(talk)
                .filter(asks -> talk.state().staleAt(talk.now()))
                .ifPresentOrElse(asks -> talk.say(asks.prompt(talk)), () -> repeatQuestion(talk));
    }

    private static void endOffer(Talk talk) {
        if (talk.state().step().filter(Step::offer).isPresent()) {
            talk.leave();
        }
    }

    private Optional<Dialogue> dialogue(Talk talk) {
        return talk.state().step().map(dialogues::get);
    }
}
