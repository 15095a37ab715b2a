package jp.anpi.admin.internal.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import jp.anpi.admin.internal.Words;
import jp.anpi.membership.Organization;
import jp.anpi.membership.Organizations;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRight;
import jp.anpi.membership.StaffSignIn.Presence;

/** Who looks at the page, for the beans of pages and for their frame. */
@Named("me")
@RequestScoped
public class SignedIn {

    static final String LANGUAGE = "anpi-language";

    private static final String ATTRIBUTE = SignedIn.class.getName();
    private static final String GATE = Gate.class.getName();
    private static final String LEFT = Visit.class.getName() + ".left";

    @Inject
    private HttpServletRequest request;

    @Inject
    private Organizations organizations;

    static void put(HttpServletRequest request, Presence presence, Gate gate, Duration left) {
        request.setAttribute(LEFT, left);
        request.setAttribute(ATTRIBUTE, presence);
        request.setAttribute(GATE, gate);
    }

    /** What stands before whoever is signed in. */
    static Gate gate(HttpServletRequest request) {
        return (Gate) request.getAttribute(GATE);
    }

    static Optional<Presence> presence(HttpServletRequest request) {
        return Optional.ofNullable((Presence) request.getAttribute(ATTRIBUTE));
    }

    /** @throws IllegalStateException when the page was reached past the door */
    public StaffCaller caller() {
        return presence(request)
                .map(Presence::caller)
                .orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    public Organization organization() {
        return organizations.byId(caller().organizationId());
    }

    /** How long the session lasts where nothing is done any more. */
    public long getSecondsLeft() {
        return ((Duration) request.getAttribute(LEFT)).toSeconds();
    }

    public boolean may(String right) {
        return presence(request)
                .filter(one -> gate(request) == Gate.OPEN)
                .filter(one -> one.caller().may(StaffRight.valueOf(right)))
                .isPresent();
    }

    public boolean isThere() {
        return presence(request).isPresent();
    }

    /** The words in the language that was chosen. */
    public Words words() {
        return words(request);
    }

    static Words words(HttpServletRequest request) {
        return cookies(request).anyMatch(cookie -> cookie.getValue().equals("en")) ? Words.ENGLISH : Words.JAPANESE;
    }

    private static Stream<Cookie> cookies(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies()).flatMap(Stream::of).filter(cookie -> cookie.getName()
                .equals(LANGUAGE));
    }
}
