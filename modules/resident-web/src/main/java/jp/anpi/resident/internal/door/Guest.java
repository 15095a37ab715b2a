package jp.anpi.resident.internal.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import jp.anpi.membership.PageLinks.Purpose;
import jp.anpi.membership.PageLinks.Visit;

/**
 * Who came through a link, kept in the session.
 *
 * @param aboutId the participant whom the link is about, or null
 * @param code the invitation code that the address held, or null
 */
public record Guest(int organizationId, long memberId, Purpose purpose, Long aboutId, String code)
        implements Serializable {

    private static final String ATTRIBUTE = Guest.class.getName();
    private static final String CODE = "[0-9A-Z]{4}(-[0-9A-Z]{4}){2}";

    static Guest of(Visit visit, String code) {
        boolean readable = code != null && code.matches(CODE);
        return new Guest(
                visit.organizationId(),
                visit.memberId(),
                visit.purpose(),
                visit.aboutId().orElse(null),
                readable ? code : null);
    }

    /** Gives the guest a session of their own: whatever the browser brought along is worth nothing. */
    void enter(HttpServletRequest request) {
        HttpSession brought = request.getSession(false);
        if (brought != null) {
            brought.invalidate();
        }
        request.getSession(true).setAttribute(ATTRIBUTE, this);
        request.changeSessionId();
    }

    /** The guest whose session the request belongs to. */
    public static Optional<Guest> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(ATTRIBUTE))
                .map(Guest.class::cast);
    }

    /**
     * The guest, for a page that only this purpose opens.
     *
     * @throws IllegalStateException when the page was reached past the door
     */
    public static Guest of(HttpServletRequest request, Purpose purpose) {
        return of(request)
                .filter(guest -> guest.purpose == purpose)
                .orElseThrow(() -> new IllegalStateException("No guest for " + purpose));
    }

    @Override
    public String toString() {
        return "Guest[" + organizationId + "/" + memberId + ", " + purpose + "]";
    }
}
