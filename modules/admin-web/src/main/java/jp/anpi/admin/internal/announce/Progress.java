package jp.anpi.admin.internal.announce;

import jp.anpi.admin.internal.Words;
import jp.anpi.announcements.Announcement;
import jp.anpi.announcements.AnnouncementState;

/**
 * How far an announcement is, in words and numbers.
 *
 * @param headline what to read first; it is read aloud when it changes
 * @param share settled copies in per cent
 * @param over whether nothing more will change
 */
public record Progress(String headline, long share, boolean over, Announcement.Progress people) {

    static Progress of(Announcement announcement, Words words) {
        Announcement.Progress people = announcement.progress();
        long open = people.waiting() + people.held();
        long settled = people.addressed() - open;
        AnnouncementState state = announcement.state();
        boolean held = state == AnnouncementState.SENDING && people.held() > 0;
        String key = held ? "HELD" : announcement.unsent() ? "UNSENT" : state.name();
        return new Progress(
                words.of("announce.progress." + key, "%,d".formatted(people.accepted())),
                people.addressed() == 0 ? 0 : settled * 100 / people.addressed(),
                state == AnnouncementState.DONE || state == AnnouncementState.STOPPED && open == 0,
                people);
    }
}
