package jp.anpi.line.internal.conversation;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import jp.anpi.line.internal.render.Choice.Style;

/** Something to press under an utterance. */
sealed interface Offer {

    String label();

    Style style();

    /** A button of ours; its label may as well be typed. */
    record Press(String label, Style style, Deed deed, String argument) implements Offer {}

    record PickHour(String label, Style style, LocalTime initial) implements Offer {}

    record PickDay(String label, Style style, LocalDate first, LocalDate last) implements Offer {}

    record Open(String label, Style style, URI address) implements Offer {}
}
