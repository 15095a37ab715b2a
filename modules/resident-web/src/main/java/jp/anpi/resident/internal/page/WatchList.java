package jp.anpi.resident.internal.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import jp.anpi.membership.Member;
import jp.anpi.membership.Organizations;
import jp.anpi.membership.WatchLinks;
import jp.anpi.resident.internal.Words;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.ScheduleView;
import jp.anpi.scheduling.Subject;

/** Whom a watcher watches, and how each is. */
@ApplicationScoped
public class WatchList {

    @Inject
    private WatchLinks watchLinks;

    @Inject
    private CheckInSchedules schedules;

    @Inject
    private Organizations organizations;

    @Inject
    private Clock clock;

    List<Someone> of(Member watcher) {
        ZoneId zone = organizations.byId(watcher.organizationId()).zone();
        return watchLinks.watchedBy(watcher.organizationId(), watcher.id()).stream()
                .map(participant -> someone(participant, zone))
                .toList();
    }

    private Someone someone(Member participant, ZoneId zone) {
        Optional<ScheduleView> schedule =
                schedules.of(participant.organizationId(), Subject.participant(participant.id()), clock.instant());
        String lastOk = schedule.flatMap(ScheduleView::lastOkAt)
                .map(ok -> Headline.lastOk(ok, clock.instant(), zone))
                .orElseGet(() -> Words.of("watched.no-ok"));
        return new Someone(
                participant.id(),
                participant.displayName(),
                participant.number(),
                lastOk,
                standing(participant, schedule));
    }

    private static String standing(Member participant, Optional<ScheduleView> schedule) {
        return schedule.flatMap(ScheduleView::openState)
                .filter(state -> participant.blockedAt().isEmpty())
                .map(state -> Words.of("watched." + state))
                .orElseGet(() -> Sheet.standing(participant, schedule));
    }
}
