package jp.anpi.admin.internal.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.anpi.admin.internal.Words;
import jp.anpi.membership.Member;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRight;
import jp.anpi.membership.WatchLinks;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.Rhythm;
import jp.anpi.scheduling.Subject;

/** What staff see of a participant beside an incident. */
@ApplicationScoped
public class Participants {

    /**
     * In words.
     *
     * @param rhythm when they are asked
     * @param watchers who watches them
     */
    public record Known(String rhythm, String watchers) {}

    @Inject
    private CheckInSchedules schedules;

    @Inject
    private WatchLinks watchLinks;

    Optional<Known> of(StaffCaller caller, long participantId, Words words, Cards cards, Instant now) {
        return schedules
                .of(caller.organizationId(), Subject.participant(participantId), now)
                .map(schedule -> new Known(
                        rhythm(schedule.rhythm(), words),
                        watchers(caller, watchLinks.watchersOf(caller.organizationId(), participantId), words)));
    }

    static String rhythm(Rhythm rhythm, Words words) {
        String hours = rhythm.hours().stream()
                .map(hour -> words.of("hour", hour))
                .collect(Collectors.joining(words.of("hour.and")));
        return words.of("rhythm", words.of("interval." + rhythm.interval()), hours);
    }

    private static String watchers(StaffCaller caller, List<Member> watchers, Words words) {
        if (watchers.isEmpty()) {
            return words.of("watchers.none");
        }
        boolean names = caller.may(StaffRight.SEE_NICKNAMES);
        return watchers.stream()
                .map(watcher -> {
                    String name = names ? watcher.displayName() : words.of("number", watcher.number());
                    return watcher.blockedAt().isPresent() ? words.of("watchers.blocked", name) : name;
                })
                .collect(Collectors.joining(words.of("comma")));
    }
}
