package jp.anpi.announcements;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What staff write.
 *
 * @param title one line, 40 characters at most
 * @param body 1,500 characters at most; line breaks are kept
 * @param easyBody the same in やさしい日本語, sent below; 1,500 characters at most
 * @param audience who gets it
 * @param reachesAway also those who are on a pause
 * @param sendAt not before; empty for as soon as it is approved
 * @param usefulUntil whoever has not got it by then does not get it any more
 */
public record AnnouncementDraft(
        String title,
        String body,
        Optional<String> easyBody,
        Audience audience,
        boolean reachesAway,
        Optional<Instant> sendAt,
        Optional<Instant> usefulUntil) {

    public static final int LONGEST_TITLE = 40;
    public static final int LONGEST_BODY = 1_500;
    public static final int LONGEST_NOTE = 500;

    private static final Pattern UNSENDABLE = Pattern.compile("[\\p{Cc}\\p{Co}\\p{Cs}&&[^\n]]");

    /** @throws IllegalArgumentException when a text is empty, too long, or holds what no phone can show */
    public AnnouncementDraft {
        title = checked("title", title, LONGEST_TITLE);
        if (title.contains("\n")) {
            throw new IllegalArgumentException("The title is one line");
        }
        body = checked("body", body, LONGEST_BODY);
        easyBody = easyBody.filter(text -> !text.isBlank()).map(text -> checked("easyBody", text, LONGEST_BODY));
        if (usefulUntil.isPresent() && sendAt.isPresent() && !sendAt.get().isBefore(usefulUntil.get())) {
            throw new IllegalArgumentException("It would be sent after it is of use");
        }
    }

    /** A text without what no phone can show, and without blanks around it. */
    public static String checked(String what, String text, int longest) {
        String clean = text.replace("\r\n", "\n").strip();
        if (clean.isEmpty() || clean.codePointCount(0, clean.length()) > longest) {
            throw new IllegalArgumentException("The " + what + " needs 1 to " + longest + " characters");
        }
        if (UNSENDABLE.matcher(clean).find()) {
            throw new IllegalArgumentException("The " + what + " holds a control or private character");
        }
        return clean;
    }
}
