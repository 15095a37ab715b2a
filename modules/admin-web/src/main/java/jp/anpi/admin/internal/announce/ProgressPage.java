package jp.anpi.admin.internal.announce;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.anpi.admin.internal.page.Address;
import jp.anpi.announcements.Announcements;

/** How far one announcement is, for the page that asks for it again and again: it holds no form and so no state. */
@Named
@RequestScoped
public class ProgressPage {

    @Inject
    private Announcer announcer;

    @Inject
    private Announcements announcements;

    @Inject
    private Address address;

    /** Null where there is none. */
    public Progress getProgress() {
        return announcements
                .look(announcer.caller(), address.id())
                .map(one -> Progress.of(one, announcer.words()))
                .orElse(null);
    }
}
