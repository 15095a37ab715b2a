package jp.anpi.line.internal.conversation;

import java.util.Optional;

/** What came from a person's phone, freed of the platform's forms. */
public sealed interface Incoming {

    /** The account was added as a friend, or unblocked. */
    record Followed() implements Incoming {}

    /** The account was blocked (E-14). */
    record Unfollowed() implements Incoming {}

    record Typed(String text) implements Incoming {
        @Override
        public String toString() {
            return "Typed[***]";
        }
    }

    /**
     * A button.
     *
     * @param data what the button carries
     * @param picked date or time where the button asked for one
     */
    record Pressed(String data, Optional<String> picked) implements Incoming {
        @Override
        public String toString() {
            return "Pressed[***]";
        }
    }

    /** A sticker, a photo, a place: kind, but without words. */
    record Wordless() implements Incoming {}
}
