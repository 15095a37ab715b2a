package jp.anpi.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import jp.anpi.foundation.DueWork;
import jp.anpi.foundation.OneByOne;

/** Announcements whose time has come, slice by slice into the outbox, behind everything that is more urgent (E-9). */
@ApplicationScoped
public class AnnouncementWave implements DueWork {

    @Inject
    private AnnouncementSlice slice;

    @Inject
    private OneByOne oneByOne;

    @Override
    public String name() {
        return "announcements";
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public String firstDue() {
        return SendingTable.FIRST_DUE;
    }

    @Override
    public boolean runSlice(Instant now) {
        return oneByOne.ifTogetherFails(
                name(),
                now,
                () -> slice.run(now),
                () -> slice.due(now),
                announcement -> slice.runOne(announcement.id(), now),
                announcement -> slice.putOff(announcement.id(), now.plus(OneByOne.WAIT)));
    }
}
