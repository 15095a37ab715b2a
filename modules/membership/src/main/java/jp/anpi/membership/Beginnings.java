package jp.anpi.membership;

/** How far a new installation has come on its way to the first participant. */
public interface Beginnings {

    /**
     * What is done.
     *
     * @param reviewed the organization was looked over and saved by a system administrator
     * @param colleagues somebody beside the first administrator may sign in
     * @param invited there was an invitation, or a team
     * @param participants somebody takes part
     */
    record Standing(boolean reviewed, boolean colleagues, boolean invited, boolean participants) {

        public boolean complete() {
            return reviewed && colleagues && invited && participants;
        }
    }

    Standing of(StaffCaller caller);
}
