package jp.anpi.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.announcements.AnnouncementTransition;

/** An announcement is done once everybody was addressed and nothing of it is on the way. */
@ApplicationScoped
public class Ending {

    @Inject
    private SendingTable sending;

    @Inject
    private AnnouncementTable announcements;

    void ifOver(int organizationId, long id, Instant now) {
        if (sending.over(id)) {
            announcements.move(
                    announcements.lock(organizationId, id).orElseThrow(),
                    AnnouncementTransition.FINISHED,
                    Optional.empty(),
                    Optional.empty(),
                    now);
        }
    }
}
