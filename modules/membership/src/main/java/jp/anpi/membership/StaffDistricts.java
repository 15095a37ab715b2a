package jp.anpi.membership;

import java.time.Instant;
import java.util.List;

/** The districts of an organization: what its people and teams belong to, and whom some of the staff are limited to. */
public interface StaffDistricts {

    /**
     * A district.
     *
     * @param people participants who belong to it by themselves or through a team
     * @param retired nothing more is put into it; whoever is in it stays
     */
    record District(int id, String name, long teams, long people, boolean retired) {}

    /** One to choose. */
    record Choice(int id, String name) {}

    /** What became of a wish; only {@link #DONE} has changed anything. */
    enum Outcome {
        DONE,
        NAME_UNREADABLE,
        /** Another one has that name. */
        NAME_TAKEN,
        /** There is none, or it is retired. */
        UNKNOWN
    }

    /** All of them with their sizes, the retired ones last. */
    List<District> all(StaffCaller caller);

    /** Those that may be chosen: not retired, and for somebody who is limited only the own ones. */
    List<Choice> open(StaffCaller caller);

    Outcome add(StaffCaller caller, String name, Instant now);

    Outcome rename(StaffCaller caller, int districtId, String name, Instant now);

    Outcome retire(StaffCaller caller, int districtId, Instant now);

    /** Takes a retired one into use again; {@link Outcome#NAME_TAKEN} where another has got its name meanwhile. */
    Outcome reopen(StaffCaller caller, int districtId, Instant now);
}
