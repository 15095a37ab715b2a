package jp.anpi.line.internal.channel;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Links into LINE's app that lead to an official account.
 *
 * <p>They work on LINE for iOS and Android; on a computer LINE shows a QR code or a page instead.
 */
public final class OfficialAccountLinks {

    private static final String BASE = "https://line.me/R/";

    private OfficialAccountLinks() {}

    /** Opens the chat with the text filled in, not sent: who presses send accepts the invitation. */
    public static URI invitationLink(String basicId, String text) {
        return URI.create(BASE + "oaMessage/" + encoded(basicId) + "/?" + encoded(text));
    }

    /** Opens the account's profile to add it as a friend. Carries no parameter: LINE has no field for one. */
    public static URI addFriend(String basicId) {
        return URI.create(BASE + "ti/p/" + encoded(basicId));
    }

    private static String encoded(String text) {
        // A form's plus would be shown as a plus in the chat.
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
