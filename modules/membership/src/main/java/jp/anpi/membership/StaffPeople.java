package jp.anpi.membership;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Participants as staff may look them up, as far as the caller may see. */
public interface StaffPeople {

    /**
     * One line of a list.
     *
     * @param nickname empty also where the role may not see it
     * @param blocked whether nothing can be delivered
     */
    record Line(long id, String number, Optional<String> nickname, Instant registeredAt, boolean blocked) {}

    /** Whom a list holds. */
    enum Kind {
        EVERYBODY,
        /** Nothing can be delivered to them (E-14). */
        BLOCKED,
        /** No alert about them would reach a watcher over LINE (E-13). */
        NOBODY_TO_TELL
    }

    /**
     * A page of a list, in the order of registration.
     *
     * @param search a registration number, or how a nickname begins; blank for everybody
     * @param after only those who come after this one
     */
    List<Line> find(StaffCaller caller, Kind kind, String search, OptionalLong after, int most);

    /** Whoever looks at a person stands in the audit log. Empty where there is none whom the caller may see. */
    Optional<Member> look(StaffCaller caller, long participantId, Instant now);
}
