package jp.anpi.membership;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The teams that staff make for areas and partner organizations (R-041, R-080 … R-082), as far as the caller may see. */
public interface StaffTeams {

    int LONGEST_NOTE = 500;

    /**
     * What staff write about a team.
     *
     * @param partner the name of the organization that runs it, where one does
     * @param note for those who look after it, such as where it meets; never sent to a phone
     */
    record Description(
            String name,
            OptionalInt districtId,
            Optional<PartnerKind> partnerKind,
            Optional<String> partner,
            Optional<String> note) {}

    /**
     * A team with its sizes.
     *
     * @param district the district's name
     * @param openIncidents about its participants
     * @param run whether the caller may change its name and note, and choose its leads
     * @param whole whether everybody in it is there for the caller: else what reaches them all is not the caller's to decide
     * @param version which state of it this is, to be given back with a change
     */
    record Line(
            long id,
            Description description,
            Optional<String> district,
            long participants,
            long watchers,
            long leads,
            long openIncidents,
            boolean run,
            boolean whole,
            int version) {}

    /**
     * Somebody in a team.
     *
     * @param nickname empty also where the role may not see it
     * @param reachable whether something can be sent to them
     */
    record Person(long memberId, String number, Optional<String> nickname, boolean lead, boolean reachable) {}

    /** What became of a wish; only {@link #DONE} has changed anything. */
    enum Outcome {
        DONE,
        NAME_UNREADABLE,
        PARTNER_UNREADABLE,
        NOTE_UNREADABLE,
        /** There is no such district, it is retired, or the caller may not see it. */
        DISTRICT_UNKNOWN,
        /** There is no such team, or the caller may not see it. */
        UNKNOWN,
        /** It is not as it was in the state that the caller has seen. */
        CHANGED_MEANWHILE,
        /** Nobody has that registration number, or the caller may not see who has. */
        NOBODY,
        /** Nobody is asked who did not register for it. */
        NO_PARTICIPANT,
        ALREADY_IN,
        NOT_IN,
        /** Who watches a team watches also those in it whom the caller does not see. */
        NOT_WHOLE
    }

    /** @param teamId set where it is done */
    record Made(Outcome outcome, OptionalLong teamId) {}

    /**
     * By name.
     *
     * @param district those in this one only
     * @param after only those that come after this team
     */
    List<Line> list(StaffCaller caller, OptionalInt district, OptionalLong after, int most);

    Optional<Line> look(StaffCaller caller, long teamId);

    /** Leads first, then in the order of registration. @param after only those registered after this member; no leads */
    List<Person> people(StaffCaller caller, long teamId, Role role, OptionalLong after, int most);

    Made add(StaffCaller caller, Description description, Instant now);

    /**
     * Who runs the team without managing teams changes its name and note only; the rest stays, whatever they give.
     *
     * @param seen the version that they have changed
     */
    Outcome change(StaffCaller caller, long teamId, Description description, int seen, Instant now);

    /** Somebody who is registered comes into the team; those who are linked by it are told. */
    Outcome join(StaffCaller caller, long teamId, String number, Role role, Instant now);

    /** Takes somebody out; those who are linked no more are told. */
    Outcome remove(StaffCaller caller, long teamId, long memberId, Role role, Instant now);

    /** Whether somebody in the team leads it. */
    Outcome lead(StaffCaller caller, long teamId, long memberId, Role role, boolean lead, Instant now);
}
