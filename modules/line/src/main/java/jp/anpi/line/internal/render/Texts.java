package jp.anpi.line.internal.render;

import com.linecorp.bot.messaging.model.TextMessage;

/** Plain text messages. */
public final class Texts {

    private Texts() {}

    /** Up to 5000 UTF-16 units; longer is refused by LINE. */
    public static TextMessage of(String text) {
        return new TextMessage(text);
    }
}
