package jp.anpi.admin.internal.announce;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import jp.anpi.admin.internal.Words;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.announcements.Announcements;
import jp.anpi.membership.StaffCaller;

/** What all pages of announcements begin with: who looks, when, and the words. */
@RequestScoped
public class Announcer {

    @Inject
    private SignedIn me;

    @Inject
    private Announcements announcements;

    @Inject
    private Clock clock;

    private Instant now;
    private AnnouncementWords wording;

    @PostConstruct
    void open() {
        now = clock.instant();
        wording = new AnnouncementWords(
                me.words(),
                me.organization().zone(),
                now,
                announcements.districts(me.caller()),
                announcements.teams(me.caller()));
    }

    StaffCaller caller() {
        return me.caller();
    }

    Instant now() {
        return now;
    }

    ZoneId zone() {
        return wording.zone();
    }

    Words words() {
        return wording.words();
    }

    AnnouncementWords wording() {
        return wording;
    }
}
