package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.anpi.membership.Member;
import jp.anpi.membership.WatchLinks;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.ScheduleView;
import jp.anpi.scheduling.Subject;

/** Those whose pause a person may set or end: their own when they are asked, and of those whom they watch. */
@Dependent
class PauseSubjects {

    private final WatchLinks links;
    private final CheckInSchedules schedules;

    @Inject
    PauseSubjects(WatchLinks links, CheckInSchedules schedules) {
        this.links = links;
        this.schedules = schedules;
    }

    List<Member> of(Talk talk) {
        Member member = talk.registered();
        List<Member> all = new ArrayList<>();
        if (member.participant()) {
            all.add(member);
        }
        if (member.watcher()) {
            all.addAll(links.watchedBy(talk.organizationId(), member.id()));
        }
        return List.copyOf(all);
    }

    List<Member> paused(Talk talk) {
        return of(talk).stream().filter(member -> pauses(talk, member)).toList();
    }

    /** Empty when the participant has left, or is not watched any more. */
    Optional<Member> person(Talk talk, long memberId) {
        return of(talk).stream().filter(member -> member.id() == memberId).findFirst();
    }

    private boolean pauses(Talk talk, Member member) {
        return schedules
                .of(talk.organizationId(), Subject.participant(member.id()), talk.now())
                .flatMap(ScheduleView::pausedUntil)
                .isPresent();
    }
}
