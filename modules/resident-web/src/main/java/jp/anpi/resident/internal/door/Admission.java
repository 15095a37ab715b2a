package jp.anpi.resident.internal.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.anpi.membership.Members;
import jp.anpi.membership.PageLinks.Purpose;
import jp.anpi.membership.WatchLinks;

/** Asks at every request whether what the link allowed is still so: people leave, and teams change. */
@ApplicationScoped
public class Admission {

    @Inject
    private Members members;

    @Inject
    private WatchLinks watchLinks;

    boolean stillWelcome(Guest guest) {
        boolean member = members.byId(guest.organizationId(), guest.memberId()).isPresent();
        return member && (guest.purpose() != Purpose.WATCHED || watches(guest));
    }

    private boolean watches(Guest guest) {
        return guest.aboutId() != null
                && watchLinks.watchersOf(guest.organizationId(), guest.aboutId()).stream()
                        .anyMatch(watcher -> watcher.id() == guest.memberId());
    }
}
