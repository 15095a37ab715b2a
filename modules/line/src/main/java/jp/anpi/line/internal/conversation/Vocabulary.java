package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.anpi.line.internal.render.Phrases;

/** The words that are understood at any time, and invitation codes inside a text. */
@Dependent
class Vocabulary {

    private static final String FOUR = "([2-9A-HJKMNP-TV-Z]{4})";
    private static final Pattern CODE =
            Pattern.compile("(?<![0-9A-Z])" + FOUR + "-" + FOUR + "-" + FOUR + "(?![0-9A-Z])");
    /** After the word for it, a code may be written with gaps or none. */
    private static final Pattern LOOSE_CODE =
            Pattern.compile("(?<![0-9A-Z])" + FOUR + "[- ]?" + FOUR + "[- ]?" + FOUR + "(?![0-9A-Z])");

    private static final List<Deed> SPOKEN = List.of(
            Deed.OK,
            Deed.HELP,
            Deed.MENU,
            Deed.START_PARTICIPANT,
            Deed.START_WATCHER,
            Deed.CHANGE_SCHEDULE,
            Deed.INVITE,
            Deed.INVITE_PARTICIPANT,
            Deed.INVITE_WATCHER,
            Deed.PAUSE,
            Deed.RESUME,
            Deed.MY_PAGE,
            Deed.LEAVE,
            Deed.NICKNAME,
            Deed.CANCEL,
            Deed.THANKS,
            Deed.ALERT_BUTTON);

    private final Map<String, Deed> deeds = new HashMap<>();
    private final String invitationWord;

    @Inject
    Vocabulary(Phrases phrases) {
        for (Deed deed : SPOKEN) {
            for (String word : phrases.of("words." + deed.code()).split(",")) {
                deeds.put(Spelling.canonical(word), deed);
            }
        }
        invitationWord = phrases.of("invitation.word");
    }

    Optional<Deed> deed(String typed) {
        return Optional.ofNullable(deeds.get(Spelling.canonical(typed)));
    }

    /** The code in a text that accepts an invitation; an empty one where only the word for it is there. */
    Optional<String> invitationCode(String typed) {
        String text = even(typed.length() > 400 ? typed.substring(0, 400) : typed);
        boolean announced = text.startsWith(even(invitationWord));
        Matcher code = (announced ? LOOSE_CODE : CODE).matcher(text);
        if (code.find()) {
            return Optional.of(code.group(1) + "-" + code.group(2) + "-" + code.group(3));
        }
        return announced ? Optional.of("") : Optional.empty();
    }

    private static String even(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return normal.replaceAll("[\\u2010-\\u2015\\u2212\\u30FC]", "-").strip();
    }
}
