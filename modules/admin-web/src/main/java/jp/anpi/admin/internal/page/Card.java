package jp.anpi.admin.internal.page;

import java.util.List;
import java.util.Locale;
import jp.anpi.escalation.OpenIncidents.Part;

/**
 * One incident on the first page.
 *
 * @param look how it looks; the words say the same
 * @param kind what it is, in a word or two
 * @param large what is to be seen first: for how long, or who is on it
 * @param number whom it is about
 * @param text what is known and what was tried
 * @param button what to do
 * @param urgent whether the button is the one to press
 */
public record Card(
        long id, Look look, String kind, String large, String number, String text, String button, boolean urgent) {

    /** How a card looks. */
    public enum Look {
        EMERGENCY,
        HIGH,
        ALONE,
        OVERDUE,
        HANDLED,
        QUIET;

        /** Name in the style sheet. */
        public String style() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A part of the page: its cards, and how many there are besides. */
    public record Section(Part part, List<Card> cards, long all) {

        public long more() {
            return all - cards.size();
        }
    }
}
