package jp.anpi.line.internal.conversation;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import jp.anpi.line.internal.render.Choice.Style;

/** Puts a card together. */
final class CardBuilder {

    private final Talk talk;
    private final String title;
    private final List<String> paragraphs = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();

    CardBuilder(Talk talk, String title) {
        this.talk = talk;
        this.title = title;
    }

    CardBuilder paragraph(String text) {
        paragraphs.add(text);
        return this;
    }

    CardBuilder primary(String labelKey, Deed deed) {
        return press(Style.PRIMARY, talk.words(labelKey), deed, "");
    }

    CardBuilder secondary(String labelKey, Deed deed) {
        return press(Style.SECONDARY, talk.words(labelKey), deed, "");
    }

    CardBuilder quiet(String labelKey, Deed deed) {
        return press(Style.QUIET, talk.words(labelKey), deed, "");
    }

    CardBuilder press(Style style, String label, Deed deed, String argument) {
        offers.add(new Offer.Press(label, style, deed, argument));
        return this;
    }

    CardBuilder pickHour(LocalTime initial) {
        offers.add(new Offer.PickHour(talk.words("label.pick-hour"), Style.PRIMARY, initial));
        return this;
    }

    CardBuilder pickDay(LocalDate first, LocalDate last) {
        offers.add(new Offer.PickDay(talk.words("label.pick-day"), Style.PRIMARY, first, last));
        return this;
    }

    CardBuilder open(Style style, String labelKey, URI address) {
        offers.add(new Offer.Open(talk.words(labelKey), style, address));
        return this;
    }

    CardBuilder yesNo() {
        return primary("label.yes", Deed.YES).secondary("label.no", Deed.NO);
    }

    Utterance.Card build() {
        return new Utterance.Card(title, List.copyOf(paragraphs), List.copyOf(offers));
    }
}
