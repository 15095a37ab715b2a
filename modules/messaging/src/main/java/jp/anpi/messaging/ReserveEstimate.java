package jp.anpi.messaging;

/**
 * What must still be possible this month: implemented by whoever sends what may have to be followed up (E-9). The
 * reserve is the sum over all implementations.
 */
public interface ReserveEstimate {

    /** One set-based look at the whole organization, asked for at each reading of a limited quota. */
    FollowUps followUps(int organizationId);

    /**
     * Messages, counted by recipients.
     *
     * @param open what all that was already sent could still lead to
     * @param each what one more recipient of {@link Priority#CHECK_IN} could lead to, on average and rounded up
     */
    record FollowUps(long open, long each) {

        public static final FollowUps NONE = new FollowUps(0, 0);

        public FollowUps {
            if (open < 0 || each < 0) {
                throw new IllegalArgumentException("Nothing is ever followed up by less than nothing");
            }
        }

        public FollowUps plus(FollowUps other) {
            return new FollowUps(open + other.open, each + other.each);
        }
    }
}
