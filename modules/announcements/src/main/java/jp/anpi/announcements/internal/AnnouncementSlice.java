package jp.anpi.announcements.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.anpi.announcements.Announcement;
import jp.anpi.announcements.AnnouncementDraft;
import jp.anpi.announcements.AnnouncementState;
import jp.anpi.announcements.AnnouncementTransition;
import jp.anpi.announcements.MessageKinds;
import jp.anpi.announcements.internal.AudienceTable.Addressee;
import jp.anpi.announcements.internal.SendingTable.Claimed;
import jp.anpi.foundation.DueRow;
import jp.anpi.messaging.Outbox;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.Priority;

/**
 * The next people of one announcement in one transaction: copies in the outbox, and how far it is. Whoever runs it again
 * begins behind them (E-17).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AnnouncementSlice {

    static final int SIZE = 10_000;

    @Inject
    private SendingTable sending;

    @Inject
    private AnnouncementTable announcements;

    @Inject
    private AudienceTable audiences;

    @Inject
    private Ending ending;

    @Inject
    private Outbox outbox;

    /** @return whether any announcement was due */
    public boolean run(Instant now) {
        Optional<Claimed> due = sending.claim(now);
        due.ifPresent(claimed -> address(claimed, now));
        return due.isPresent();
    }

    public void runOne(long id, Instant now) {
        sending.claim(id, now).ifPresent(claimed -> address(claimed, now));
    }

    /** What {@link #run} would take. */
    public List<DueRow> due(Instant now) {
        return sending.due(now);
    }

    public void putOff(long id, Instant until) {
        sending.putOff(id, until);
    }

    private void address(Claimed claimed, Instant now) {
        Announcement announcement =
                announcements.find(claimed.organizationId(), claimed.id()).orElseThrow();
        List<Addressee> next = next(announcement, claimed.addressedUpTo(), now);
        if (announcement.state() == AnnouncementState.SCHEDULED) {
            // Asked after its people were: a team that ends between the two has ended, and has not been written to.
            boolean gone = audiences.gone(
                    announcement.organizationId(), announcement.draft().audience());
            AnnouncementTransition first = gone ? AnnouncementTransition.TEAM_GONE : AnnouncementTransition.BEGUN;
            announcements.move(announcement, first, Optional.empty(), Optional.empty(), now);
            if (gone) {
                return;
            }
        }
        List<Long> people = next.stream()
                .filter(Addressee::reachable)
                .map(Addressee::memberId)
                .toList();
        List<OutboxMessage> messages = OutboxMessage.notices(
                claimed.organizationId(),
                Priority.ANNOUNCEMENT,
                MessageKinds.ANNOUNCEMENT,
                Map.of("announcement", Long.toString(claimed.id())),
                people,
                now);
        outbox.enqueue(messages);
        long upTo = next.isEmpty()
                ? claimed.addressedUpTo()
                : next.get(next.size() - 1).memberId();
        sending.addressed(
                claimed.id(), upTo, people.size(), next.size() - people.size(), messages.size(), next.size() == SIZE);
        ending.ifOver(claimed.organizationId(), claimed.id(), now);
    }

    private List<Addressee> next(Announcement announcement, long after, Instant now) {
        AnnouncementDraft draft = announcement.draft();
        boolean useful = draft.usefulUntil().map(now::isBefore).orElse(true);
        return useful
                ? audiences.next(announcement.organizationId(), draft.audience(), draft.reachesAway(), after, SIZE, now)
                : List.of();
    }
}
