package jp.anpi.escalation.internal.elsewhere;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** What is written beside LINE, from the bundle {@code jp.anpi.escalation.mail}. */
final class MailWords {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("jp.anpi.escalation.mail", Locale.ROOT);

    private MailWords() {}

    /** @param arguments texts and numbers for the placeholders; numbers are written without separators */
    static String of(String key, Object... arguments) {
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        return MessageFormat.format(BUNDLE.getString(key), texts);
    }

    static String moment(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern(BUNDLE.getString("format.moment"), Locale.JAPANESE)
                .format(instant.atZone(zone));
    }
}
