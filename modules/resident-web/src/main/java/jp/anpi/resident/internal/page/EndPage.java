package jp.anpi.resident.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.anpi.escalation.WhoIsTold;
import jp.anpi.membership.Member;
import jp.anpi.membership.PageLinks.Purpose;
import jp.anpi.membership.Role;
import jp.anpi.membership.WatchLinks;
import jp.anpi.resident.internal.Words;
import jp.anpi.resident.internal.door.Guest;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.CheckInState;
import jp.anpi.scheduling.ScheduleView;
import jp.anpi.scheduling.Subject;

/**
 * Asks once more before the watching of one person by one other ends: with {@code watcher} in the address that somebody
 * watches the guest, with {@code watched} that the guest watches somebody.
 */
@Named
@RequestScoped
public class EndPage {

    @Inject
    private HttpServletRequest request;

    @Inject
    private WatchLinks watchLinks;

    @Inject
    private WhoIsTold whoIsTold;

    @Inject
    private CheckInSchedules schedules;

    @Inject
    private Clock clock;

    private Guest guest;
    private Optional<Member> watcher;
    private Optional<Member> watched;

    @PostConstruct
    void open() {
        guest = Guest.of(request, Purpose.MY_PAGE);
        watcher = named("watcher", watchLinks.watchersOf(guest.organizationId(), guest.memberId()));
        // One question is about one link: an address that names both is about the first alone.
        watched = request.getParameter("watcher") != null
                ? Optional.empty()
                : named("watched", watchLinks.watchedBy(guest.organizationId(), guest.memberId()));
    }

    private Optional<Member> named(String parameter, List<Member> among) {
        String id = request.getParameter(parameter);
        return among.stream()
                .filter(member -> Long.toString(member.id()).equals(id))
                .findFirst();
    }

    /** Ends it and goes back; what has ended before stays ended. */
    public String end() {
        watcher.ifPresent(member -> end(guest.memberId(), member.id(), Role.PARTICIPANT));
        watched.ifPresent(member -> end(member.id(), guest.memberId(), Role.WATCHER));
        return Paths.MY_PAGE;
    }

    private void end(long participant, long watching, Role endedBy) {
        watchLinks.end(guest.organizationId(), participant, watching, endedBy, clock.instant());
    }

    /** Id of who watches the guest; null where it is not about that. */
    public Long getWatcher() {
        return watcher.map(Member::id).orElse(null);
    }

    /** Id of whom the guest watches; null where it is not about that. */
    public Long getWatched() {
        return watched.map(Member::id).orElse(null);
    }

    /** Whether there is nothing to end, or not any more. */
    public boolean isOver() {
        return watcher.isEmpty() && watched.isEmpty();
    }

    public String getQuestion() {
        return watcher.map(member -> Words.of("end.watcher", member.displayName()))
                .orElseGet(() -> Words.of("end.watched", watched.orElseThrow().displayName()));
    }

    public String getConsequence() {
        return Words.of(watcher.isPresent() ? "end.watcher.next" : "end.watched.next");
    }

    /** What to know where no alert would reach anybody any more; blank where it would. */
    public String getLast() {
        long participant = watched.map(Member::id).orElse(guest.memberId());
        long watching = watcher.map(Member::id).orElse(guest.memberId());
        boolean last = whoIsTold.inReach(guest.organizationId(), Set.of(participant)).stream()
                .allMatch(link -> link.watcherId() == watching);
        return last ? Words.of(watcher.isPresent() ? "end.watcher.last" : "end.watched.last") : "";
    }

    /** Who is ended hears no more that the guest is well: what to press before; blank where nobody was alerted. */
    public String getAlerted() {
        return watcher.isPresent() && alerted() ? Words.of("end.watcher.alerted") : "";
    }

    private boolean alerted() {
        return schedules
                .of(guest.organizationId(), Subject.participant(guest.memberId()), clock.instant())
                .flatMap(ScheduleView::openState)
                .filter(state -> state == CheckInState.ALERTED)
                .isPresent();
    }
}
