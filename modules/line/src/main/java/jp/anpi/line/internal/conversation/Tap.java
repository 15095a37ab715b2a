package jp.anpi.line.internal.conversation;

import java.util.Optional;

/**
 * A button of ours that was pressed, or its label typed.
 *
 * @param argument what the button is about; empty where it needs nothing
 * @param picked date or time where the button asked for one
 */
record Tap(Deed deed, String argument, Optional<String> picked) {

    static Tap of(Deed deed) {
        return new Tap(deed, "", Optional.empty());
    }
}
