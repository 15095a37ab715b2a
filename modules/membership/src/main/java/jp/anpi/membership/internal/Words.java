package jp.anpi.membership.internal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** How people and teams are called, from the bundle {@code jp.anpi.membership.words}. */
public final class Words {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("jp.anpi.membership.words", Locale.ROOT);

    private Words() {}

    public static String of(String key, String argument) {
        return MessageFormat.format(BUNDLE.getString(key), argument);
    }

    /** With an honorific, unless the name brings its own. */
    public static String called(String name) {
        boolean honoured =
                Stream.of(BUNDLE.getString("name.honorifics").split(",")).anyMatch(name::endsWith);
        return honoured ? name : of("name.called", name);
    }
}
