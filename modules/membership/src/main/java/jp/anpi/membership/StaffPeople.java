package jp.anpi.membership;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Participants as staff may look them up, as far as the caller may see. */
public interface StaffPeople {

    /**
     * One line of a list.
     *
     * @param nickname empty also where the role may not see it
     * @param district the name of the district that counts
     * @param blocked whether nothing can be delivered
     * @param died whether staff noted so
     */
    record Line(
            long id,
            String number,
            Optional<String> nickname,
            Optional<String> district,
            Instant registeredAt,
            boolean blocked,
            boolean died) {}

    /**
     * Somebody who was looked at.
     *
     * @param district the name of the district that counts
     * @param ownDistrict the one that staff have put them into; empty where that of a team counts
     * @param diedAt when staff noted so
     */
    record Sheet(Member member, Optional<String> district, OptionalInt ownDistrict, Optional<Instant> diedAt) {}

    /** Whom a list holds. */
    enum Kind {
        EVERYBODY,
        /** Nothing can be delivered to them (E-14). */
        BLOCKED,
        /** No alert about them would reach a watcher over LINE (E-13). */
        NOBODY_TO_TELL,
        /** Staff noted that they have died: nobody is asked any more. */
        DIED
    }

    /**
     * Which part of a list is wanted.
     *
     * @param district those who belong to this one only
     * @param search a registration number or how it begins, or how a nickname begins; blank for everybody
     * @param after only those who registered after this one
     */
    record Wanted(Kind kind, OptionalInt district, String search, OptionalLong after) {}

    /** What became of a wish; only {@link #DONE} has changed anything. */
    enum Outcome {
        DONE,
        /** There is no such district, it is retired, or the caller may not see it. */
        DISTRICT_UNKNOWN,
        /** There is no such participant, or the caller may not see them. */
        UNKNOWN,
        /** Nobody noted that they have died. */
        LIVES
    }

    /** A page of a list, in the order of registration. */
    List<Line> find(StaffCaller caller, Wanted wanted, int most);

    /**
     * How many the list of {@link Kind#NOBODY_TO_TELL} holds, for whoever sees everybody. Nobody else has the right to it: it
     * would be counted anew for each of them, and that takes long in a large town.
     */
    long nobodyToTell(StaffCaller caller);

    /** Whoever looks at a person stands in the audit log. Empty where there is none whom the caller may see. */
    Optional<Sheet> look(StaffCaller caller, long participantId, Instant now);

    /** For a deed about somebody, which is noted by itself. Empty where there is none whom the caller may see. */
    Optional<Member> seen(StaffCaller caller, long participantId);

    /** Those of them who are participants whom the caller may see: for whoever tells more about the people of a list. */
    Set<Long> within(StaffCaller caller, Collection<Long> participants);

    /** Puts somebody into a district; empty: that of their team counts again. */
    Outcome place(StaffCaller caller, long participantId, OptionalInt districtId, Instant now);

    /** It was an error that they have died: they are asked again. */
    Outcome takeBackDeath(StaffCaller caller, long participantId, Instant now);
}
