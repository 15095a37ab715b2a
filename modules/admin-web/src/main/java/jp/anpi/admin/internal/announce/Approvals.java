package jp.anpi.admin.internal.announce;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.OptionalLong;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.announcements.AnnouncementState;
import jp.anpi.announcements.Announcements;
import jp.anpi.membership.StaffRight;

/** How many announcements wait for a second person: for the first page, or nobody would come to see them. */
@Named
@RequestScoped
public class Approvals {

    private static final int MOST = 50;

    @Inject
    private SignedIn me;

    @Inject
    private Announcements announcements;

    private int waiting;

    @PostConstruct
    void count() {
        waiting = me.caller().may(StaffRight.ANNOUNCE)
                ? announcements
                        .list(
                                me.caller(),
                                EnumSet.of(AnnouncementState.WAITING_FOR_APPROVAL),
                                OptionalLong.empty(),
                                MOST)
                        .size()
                : 0;
    }

    /** Zero for those who cannot approve. */
    public int getWaiting() {
        return waiting;
    }
}
