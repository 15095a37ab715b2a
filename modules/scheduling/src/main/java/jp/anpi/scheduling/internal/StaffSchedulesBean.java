package jp.anpi.scheduling.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.anpi.foundation.AuditLog;
import jp.anpi.membership.Member;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffPeople;
import jp.anpi.membership.StaffRight;
import jp.anpi.scheduling.Actor;
import jp.anpi.scheduling.CheckInOffers;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.LongestPause;
import jp.anpi.scheduling.ScheduleView;
import jp.anpi.scheduling.StaffSchedules;
import jp.anpi.scheduling.Subject;

/** {@link StaffSchedules}; each deed stands in the audit log. */
@Stateless
public class StaffSchedulesBean implements StaffSchedules {

    @Inject
    private StaffPeople people;

    @Inject
    private CheckInSchedules schedules;

    @Inject
    private CheckInOffers offers;

    @Inject
    private PauseTable pauses;

    @Inject
    private AuditLog audit;

    @Override
    public List<Pause> pauses(StaffCaller caller, long participantId, int most) {
        caller.require(StaffRight.SEE_PEOPLE);
        return people.seen(caller, participantId)
                .map(member -> pauses.latest(caller.organizationId(), Subject.participant(participantId), most))
                .orElse(List.of());
    }

    @Override
    public Map<Long, LocalDate> away(StaffCaller caller, Collection<Long> participants, Instant now) {
        caller.require(StaffRight.SEE_PEOPLE);
        return pauses.running(caller.organizationId(), people.within(caller, participants), today(caller, now));
    }

    private LocalDate today(StaffCaller caller, Instant now) {
        return now.atZone(offers.of(caller.organizationId()).zone()).toLocalDate();
    }

    @Override
    public Outcome pause(StaffCaller caller, long participantId, LocalDate lastDay, String reason, Instant now) {
        caller.require(StaffRight.PAUSE_PEOPLE);
        Optional<Member> member = people.seen(caller, participantId);
        if (member.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        String why = reason.strip();
        if (why.isEmpty()) {
            return Outcome.REASON_MISSING;
        }
        if (why.codePointCount(0, why.length()) > LONGEST_REASON || why.chars().anyMatch(Character::isISOControl)) {
            return Outcome.REASON_TOO_LONG;
        }
        LocalDate today = today(caller, now);
        if (lastDay.isBefore(today) || lastDay.isAfter(LongestPause.lastDay(today))) {
            return Outcome.DAY_IMPOSSIBLE;
        }
        Optional<ScheduleView> paused = schedules.pause(
                caller.organizationId(),
                Subject.participant(participantId),
                lastDay,
                Optional.of(why),
                Actor.STAFF,
                now);
        paused.ifPresent(schedule -> note(caller, "PERSON_PAUSED", member.get(), "until " + lastDay, now));
        return paused.isPresent() ? Outcome.DONE : Outcome.NOT_ASKED;
    }

    @Override
    public Outcome resume(StaffCaller caller, long participantId, Instant now) {
        caller.require(StaffRight.PAUSE_PEOPLE);
        Optional<Member> member = people.seen(caller, participantId);
        if (member.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        Subject subject = Subject.participant(participantId);
        boolean away = schedules
                .of(caller.organizationId(), subject, now)
                .flatMap(ScheduleView::pausedUntil)
                .isPresent();
        if (!away) {
            return Outcome.NOT_AWAY;
        }
        schedules.resume(caller.organizationId(), subject, now);
        note(caller, "PERSON_RESUMED", member.get(), "-", now);
        return Outcome.DONE;
    }

    private void note(StaffCaller caller, String action, Member member, String note, Instant now) {
        audit.append(caller.did(action, Optional.of(member.number()), Optional.of(note), now));
    }
}
