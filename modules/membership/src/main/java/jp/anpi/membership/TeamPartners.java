package jp.anpi.membership;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who runs a team for a partner organization: accounts of partners to whom it was handed. They see its people,
 * change its name and note, choose its leads and hand out its invitations.
 */
public interface TeamPartners {

    /** An account that nobody has ended. */
    record Partner(int staffId, String userName, String name) {}

    /** What became of a wish; only {@link #DONE} has changed anything. */
    enum Outcome {
        DONE,
        USER_UNREADABLE,
        USER_TAKEN,
        NAME_UNREADABLE,
        /**
         * There is no such team or partner, or the caller may not see it or, to hand it over, not everybody in it; to be taken
         * back: or it was not handed to them.
         */
        UNKNOWN
    }

    /** @param password the first one, to be told to its owner, who has to change it; shown once */
    record Made(Outcome outcome, Optional<String> password) {}

    /** Those to whom the team was handed, by name; also whose last day is over, so that it can be taken back. */
    List<Partner> of(StaffCaller caller, long teamId);

    /** The other partners of the organization whose accounts are good today, by name. */
    List<Partner> others(StaffCaller caller, long teamId, Instant now);

    /** Hands the team to a partner whose account is good today; nothing changes where it was handed to them before. */
    Outcome hand(StaffCaller caller, long teamId, int staffId, Instant now);

    /** Makes an account for somebody of a partner organization, and hands the team to it. */
    Made handToNew(StaffCaller caller, long teamId, String userName, String name, Instant now);

    /** From now on the partner does not see the team, unless its district is theirs. */
    Outcome takeBack(StaffCaller caller, long teamId, int staffId, Instant now);
}
