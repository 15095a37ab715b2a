package jp.anpi.resident.internal.door;

import java.util.Map;
import java.util.Optional;
import jp.anpi.membership.PageLinks.Purpose;

/** The pages there are, and which link opens each. What is not named here is closed. */
final class OwnPages {

    static final String ROOT = "/my/";

    private static final Map<String, Purpose> PAGES = Map.ofEntries(
            Map.entry("", Purpose.MY_PAGE),
            Map.entry("index", Purpose.MY_PAGE),
            Map.entry("away", Purpose.MY_PAGE),
            Map.entry("resume", Purpose.MY_PAGE),
            Map.entry("end", Purpose.MY_PAGE),
            Map.entry("contact", Purpose.MY_PAGE),
            Map.entry("contact-end", Purpose.MY_PAGE),
            Map.entry("watched", Purpose.WATCHED),
            Map.entry("invitation", Purpose.INVITATION),
            Map.entry("invitation/qr.png", Purpose.INVITATION));

    private OwnPages() {}

    /** @param path within the application, decoded */
    static Optional<Purpose> purpose(String path) {
        if (!path.startsWith(ROOT)) {
            return Optional.empty();
        }
        String page = path.substring(ROOT.length()).replaceFirst("\\.xhtml$", "");
        return Optional.ofNullable(PAGES.get(page));
    }

    /** Where a link of this purpose leads. */
    static String first(Purpose purpose) {
        return switch (purpose) {
            case MY_PAGE -> ROOT;
            case WATCHED -> ROOT + "watched";
            case INVITATION -> ROOT + "invitation";
        };
    }
}
