package jp.anpi.line.internal.channel;

import java.util.regex.Pattern;

/** Takes out of LINE's messages what may be an id, a key or a token, before they are logged or stored. */
final class Masked {

    private static final int LONGEST = 200;
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9+/=._-]{20,}");

    private Masked() {}

    static String text(String message) {
        String masked = SECRET.matcher(message).replaceAll("***");
        return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST) + "…";
    }
}
