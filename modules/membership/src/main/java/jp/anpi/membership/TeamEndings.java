package jp.anpi.membership;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The end of a team that staff have made. Its members stay registered, and are told once; it is in no list any more, and
 * its invitations lead nowhere. For {@link #DAYS_TO_TAKE_BACK} days that can be taken back.
 */
public interface TeamEndings {

    int DAYS_TO_TAKE_BACK = 30;

    /** @param alone participants whom no alert would reach anybody for any more */
    record Sizes(long participants, long watchers, long alone) {}

    /**
     * What an end would do.
     *
     * @param messages how many phones would be written to
     * @param seen names who is in the team and who would have nobody to tell, to be given back with the decision
     * @param alone the first of those who would have nobody to tell, as far as the caller may see them
     */
    record Prospect(Sizes sizes, String seen, long messages, List<StaffTeams.Person> alone) {}

    /**
     * A team that has ended.
     *
     * @param people how many would come back into it
     * @param until the end may be taken back before then
     */
    record Ended(long teamId, String name, Instant at, long people, Instant until) {}

    /** What became of a wish; only {@link #DONE} has changed anything. */
    enum Outcome {
        DONE,
        /** Who is in the team, or who would have nobody to tell, is not what the caller has seen. */
        CHANGED_MEANWHILE,
        /** There is no such team, or the caller may not see everybody in it; to be taken back: or its time is over. */
        UNKNOWN
    }

    /** Empty where there is no such team for the caller. @param most so many of those who would be alone */
    Optional<Prospect> prospect(StaffCaller caller, long teamId, int most);

    /** Ends the team and fires {@link TeamEnded}. @param seen of the prospect that the caller decided upon */
    Outcome end(StaffCaller caller, long teamId, String seen, Instant now);

    /** Those whose end may still be taken back, the latest first. */
    List<Ended> ended(StaffCaller caller, Instant now);

    /** Everybody who was in it and is still registered is in it again; fires {@link TeamResumed}. */
    Outcome takeBack(StaffCaller caller, long teamId, Instant now);
}
