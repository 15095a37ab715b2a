package jp.anpi.announcements;

/**
 * How an organization sends its announcements.
 *
 * @param approvalNeeded whether a second person has to approve
 * @param emergencyAllowed whether one person alone may send at once, with a reason that everybody reads
 */
public record AnnouncementRule(boolean approvalNeeded, boolean emergencyAllowed) {

    /** Of an organization that has decided nothing. */
    public static final AnnouncementRule USUAL = new AnnouncementRule(true, true);
}
