package jp.anpi.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.membership.StaffCaller;

/** Who needs somebody now, as far as the caller may see. */
public interface OpenIncidents {

    /** The parts of the list. */
    enum Part {
        /** Silent, or asking for help, and nobody is on it. */
        NEEDING,
        /** Somebody is on it: a watcher or one of the staff. */
        HANDLED,
        /** They have blocked us, and nobody is on it (E-14). */
        OUT_OF_REACH
    }

    /**
     * Figures of the list and of a day.
     *
     * @param silent of all that are open, those about silence, whoever is on it
     * @param closed ended since the day began, by whomever
     * @param contacts calls and visits that staff wrote down since the day began
     */
    record Tally(long needing, long handled, long outOfReach, long silent, long closed, long contacts) {

        public long of(Part part) {
            return switch (part) {
                case NEEDING -> needing;
                case HANDLED -> handled;
                case OUT_OF_REACH -> outOfReach;
            };
        }
    }

    /** One thing that one of the staff did. */
    record Deed(Instant at, long incidentId, Optional<String> number, String kind, String staff) {}

    /**
     * The most urgent first, of those who were silent for longest first; where somebody is on it, what was to be done
     * first.
     */
    List<OpenIncident> list(StaffCaller caller, Part part, int most);

    /** About the participants of a team, in the same order, whoever is on it. */
    List<OpenIncident> ofTeam(StaffCaller caller, long teamId, int most);

    Tally tally(StaffCaller caller, Instant dayBegan);

    /** What staff did since the day began, the latest first. */
    List<Deed> deeds(StaffCaller caller, Instant dayBegan, int most);
}
