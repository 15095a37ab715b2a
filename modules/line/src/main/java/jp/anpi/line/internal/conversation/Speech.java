package jp.anpi.line.internal.conversation;

import com.linecorp.bot.messaging.model.Action;
import com.linecorp.bot.messaging.model.Message;
import java.util.List;
import jp.anpi.line.internal.render.Actions;
import jp.anpi.line.internal.render.Bubbles;
import jp.anpi.line.internal.render.Choice;
import jp.anpi.line.internal.render.Texts;

/** Gives an answer LINE's form: messages, and buttons under the person's seal. */
final class Speech {

    private static final int MOST_MESSAGES = 5;
    private static final int LONGEST_ALT_TEXT = 400;

    private final Seal seal;
    private final String stamp;

    Speech(Seal seal, String stamp) {
        this.seal = seal;
        this.stamp = stamp;
    }

    /** At most five messages, which is what a reply takes: the last ones say what can be done now. */
    List<Message> of(List<Utterance> said) {
        return said.stream()
                .skip(Math.max(0, said.size() - MOST_MESSAGES))
                .map(this::message)
                .toList();
    }

    private Message message(Utterance utterance) {
        if (utterance instanceof Utterance.Plain plain) {
            return Texts.of(plain.text());
        }
        Utterance.Card card = (Utterance.Card) utterance;
        List<Choice> choices = card.offers().stream()
                .map(offer -> new Choice(offer.style(), action(offer)))
                .toList();
        return Bubbles.of(inWords(card), card.title(), card.paragraphs(), choices);
    }

    private static String inWords(Utterance.Card card) {
        String text = card.title() + " " + String.join(" ", card.paragraphs());
        String oneLine = text.replaceAll("\\s+", " ").strip();
        if (oneLine.length() <= LONGEST_ALT_TEXT) {
            return oneLine;
        }
        boolean splitsPair = Character.isHighSurrogate(oneLine.charAt(LONGEST_ALT_TEXT - 1));
        return oneLine.substring(0, splitsPair ? LONGEST_ALT_TEXT - 1 : LONGEST_ALT_TEXT);
    }

    private Action action(Offer offer) {
        if (offer instanceof Offer.Press press) {
            return Actions.postback(press.label(), data(press.deed(), press.argument()));
        }
        if (offer instanceof Offer.PickHour hour) {
            return Actions.time(hour.label(), data(Deed.HOUR, ""), hour.initial());
        }
        if (offer instanceof Offer.PickDay day) {
            return Actions.date(day.label(), data(Deed.DAY, ""), day.first(), day.first(), day.last());
        }
        Offer.Open open = (Offer.Open) offer;
        return Actions.uri(open.label(), open.address());
    }

    private String data(Deed deed, String argument) {
        if (deed == Deed.OK || deed == Deed.HELP) {
            return deed.code();
        }
        return seal.close(deed, deed.answer() ? stamp + "." + argument : argument);
    }
}
