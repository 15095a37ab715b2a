package jp.anpi.admin.internal.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.anpi.membership.StaffRight;

/** The pages there are, and what each asks for. What is not named here is closed. */
public final class StaffPages {

    public static final String ROOT = "/admin/";

    static final String SIGN_IN = "sign-in";
    static final String SIGN_OUT = "sign-out";
    static final String PASSWORD = "password";
    static final String CODE = "code";
    static final String FACTOR = "factor";
    static final String FACTOR_QR = "factor-qr";

    /** About oneself: for whoever is signed in. */
    static final Set<String> OWN = Set.of(PASSWORD, FACTOR, FACTOR_QR);

    private static final Map<String, StaffRight> PAGES = Map.ofEntries(
            Map.entry("", StaffRight.SEE_INCIDENTS),
            Map.entry("index", StaffRight.SEE_INCIDENTS),
            Map.entry("incident", StaffRight.SEE_INCIDENTS),
            Map.entry("staff", StaffRight.MANAGE_STAFF),
            Map.entry("organization", StaffRight.MANAGE_ORGANIZATION),
            Map.entry("rules", StaffRight.MANAGE_ORGANIZATION),
            Map.entry("terms", StaffRight.MANAGE_ORGANIZATION),
            Map.entry("channel", StaffRight.MANAGE_ORGANIZATION),
            Map.entry("protocol", StaffRight.MANAGE_ORGANIZATION),
            Map.entry("people", StaffRight.SEE_PEOPLE),
            Map.entry("person", StaffRight.SEE_PEOPLE),
            Map.entry("announcements", StaffRight.SEE_ANNOUNCEMENTS),
            Map.entry("announcement", StaffRight.SEE_ANNOUNCEMENTS),
            Map.entry("progress", StaffRight.SEE_ANNOUNCEMENTS),
            Map.entry("write", StaffRight.ANNOUNCE),
            Map.entry("templates", StaffRight.ANNOUNCE),
            Map.entry("paper", StaffRight.INVITE),
            Map.entry("paper-pdf", StaffRight.INVITE),
            Map.entry("paper-picture", StaffRight.INVITE),
            Map.entry("paper-qr", StaffRight.INVITE),
            Map.entry("personal", StaffRight.SEE_PEOPLE),
            Map.entry("teams", StaffRight.SEE_TEAMS),
            Map.entry("team", StaffRight.SEE_TEAMS),
            Map.entry("partner", StaffRight.HAND_OVER_TEAMS),
            Map.entry("policy", StaffRight.SET_TEAM_RULES),
            Map.entry("ending", StaffRight.MANAGE_TEAMS),
            Map.entry("districts", StaffRight.MANAGE_DISTRICTS),
            Map.entry("log", StaffRight.READ_AUDIT_LOG));

    private StaffPages() {}

    /** As the container understood it: the address itself may be spelt in many ways. */
    static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    static boolean isOne(String path) {
        return path.startsWith(ROOT);
    }

    /** The page's name. */
    static String page(String path) {
        return path.substring(ROOT.length()).replaceFirst("\\.xhtml$", "");
    }

    static Optional<StaffRight> right(String page) {
        return Optional.ofNullable(PAGES.get(page));
    }

    /** Where to go after signing in: a page of ours, or the first one. */
    static String destination(String wanted) {
        boolean ours = wanted != null && wanted.matches("/admin/[a-z]{0,20}(\\?[a-z]{1,20}=[0-9A-Za-z_-]{1,20})?");
        return ours ? wanted : ROOT;
    }
}
