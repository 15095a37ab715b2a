package jp.anpi.line.internal.conversation;

import java.util.Arrays;
import java.util.Optional;

/** What a button stands for, or the words typed in its place. */
enum Deed {
    // Possible at any time.
    OK("ok", false),
    HELP("help", false),
    MENU("me", false),
    START_PARTICIPANT("sp", false),
    START_WATCHER("sw", false),
    CHANGE_SCHEDULE("ch", false),
    INVITE("in", false),
    INVITE_PARTICIPANT("ip", false),
    INVITE_WATCHER("iw", false),
    /** The invitation just shown, once more for as many as come. */
    INVITE_MANY("im", false),
    REVOKE("rv", false),
    PAUSE("pa", false),
    RESUME("re", false),
    MY_PAGE("my", false),
    LEAVE("le", false),
    NICKNAME("ni", false),
    CANCEL("ca", false),
    /** A word of thanks, which is no OK. */
    THANKS("th", false),
    /** The label of an alert's button, typed: it does not say which alert. */
    ALERT_BUTTON("al", false),

    // Answers to the question that was asked last.
    YES("y", true),
    NO("n", true),
    INTERVAL("iv", true),
    HOUR("hr", true),
    DAY("dy", true),
    WHOM("wh", true),
    JOIN("j", true),
    DECLINE("x", true),
    AS_PARTICIPANT("jp", true),
    AS_WATCHER("jw", true),
    FOUND_OUT("fo", true);

    private final String code;
    private final boolean answer;

    Deed(String code, boolean answer) {
        this.code = code;
        this.answer = answer;
    }

    String code() {
        return code;
    }

    /** Whether it answers one question only, and nothing after the next one was asked. */
    boolean answer() {
        return answer;
    }

    static Optional<Deed> coded(String code) {
        return Arrays.stream(values()).filter(deed -> deed.code.equals(code)).findFirst();
    }
}
