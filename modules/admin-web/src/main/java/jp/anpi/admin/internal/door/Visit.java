package jp.anpi.admin.internal.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.membership.StaffSignIn;

/**
 * What the web session of somebody who is signed in holds. It ends half an hour after they last did something, and twelve
 * hours after they signed in: on the clock on the wall, for it is people who walk away from a screen.
 *
 * @param proven whether a code of the second factor was shown
 */
record Visit(StaffSignIn.Session session, Instant since, Instant lastActive, boolean proven) implements Serializable {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);

    private static final String ATTRIBUTE = Visit.class.getName();

    static Visit begin(StaffSignIn.Session session, Instant now) {
        return new Visit(session, now, now, false);
    }

    static Optional<Visit> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(ATTRIBUTE))
                .map(Visit.class::cast);
    }

    /** In a session of its own: whatever the browser brought along is worth nothing. */
    void enter(HttpServletRequest request) {
        end(request);
        request.getSession(true).setAttribute(ATTRIBUTE, this);
        request.changeSessionId();
    }

    /** The same, with a code shown. */
    Visit withProof() {
        return new Visit(session, since, lastActive, true);
    }

    /** The same with another password: whoever changes it has shown what was asked for. */
    Visit under(StaffSignIn.Session another) {
        return new Visit(another, since, lastActive, proven);
    }

    /**
     * Takes the place of what the session holds.
     *
     * @return false where the session was ended meanwhile: nothing begins another but signing in
     */
    boolean keep(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return false;
        }
        try {
            session.setAttribute(ATTRIBUTE, this);
            return true;
        } catch (IllegalStateException invalidated) {
            return false;
        }
    }

    Visit activeAt(Instant now) {
        return new Visit(session, since, now, proven);
    }

    static void end(HttpServletRequest request) {
        HttpSession brought = request.getSession(false);
        if (brought != null) {
            brought.invalidate();
        }
    }

    boolean over(Instant now) {
        return left(now).isNegative();
    }

    /** How long it lasts where nothing is done any more; negative once it is over. */
    Duration left(Instant now) {
        Instant idle = lastActive.plus(IDLE);
        Instant longest = since.plus(LONGEST);
        return Duration.between(now, idle.isBefore(longest) ? idle : longest);
    }
}
