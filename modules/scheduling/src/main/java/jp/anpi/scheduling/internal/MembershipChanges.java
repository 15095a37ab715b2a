package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.anpi.membership.DeathNoted;
import jp.anpi.membership.DeathTakenBack;
import jp.anpi.membership.Member;
import jp.anpi.membership.MemberBlocked;
import jp.anpi.membership.MemberLeaving;
import jp.anpi.membership.MemberReturned;
import jp.anpi.scheduling.CheckInOffer;
import jp.anpi.scheduling.CheckInOffers;
import jp.anpi.scheduling.OpenCheckIn;
import jp.anpi.scheduling.Subject;
import jp.anpi.scheduling.SubjectBecameUnreachable;
import jp.anpi.scheduling.SubjectReachableAgain;
import jp.anpi.scheduling.Transition;

/** What blocking, returning, leaving and dying mean for a participant's questions (E-14). */
@ApplicationScoped
public class MembershipChanges {

    @Inject
    private ScheduleTable schedules;

    @Inject
    private PauseTable pauses;

    @Inject
    private CheckInOffers offers;

    @Inject
    private EndOfCheckIn endOfCheckIn;

    @Inject
    private Event<SubjectBecameUnreachable> becameUnreachable;

    @Inject
    private Event<SubjectReachableAgain> reachableAgain;

    void blocked(@Observes MemberBlocked event) {
        schedule(event.member()).ifPresent(schedule -> {
            Optional<OpenCheckIn> closed = endOfCheckIn.by(schedule, Transition.BLOCKED, event.at());
            schedules.setNextDue(schedule.id(), null);
            becameUnreachable.fire(new SubjectBecameUnreachable(
                    schedule.organizationId(), schedule.subject(), closed, schedule.lastOkAt(), event.at()));
        });
    }

    void returned(@Observes MemberReturned event) {
        schedule(event.member()).ifPresent(schedule -> {
            schedules.setNextDue(schedule.id(), nextAfter(schedule, event.at()));
            reachableAgain.fire(new SubjectReachableAgain(schedule.organizationId(), schedule.subject(), event.at()));
        });
    }

    void died(@Observes DeathNoted event) {
        schedule(event.member()).ifPresent(schedule -> {
            endOfCheckIn.byDeath(schedule, event.at());
            schedules.setNextDue(schedule.id(), null);
        });
    }

    /**
     * Whose question was let go, or did not come meanwhile, is asked as soon as late questions may be sent: their silence
     * must not last until the next regular time. Who cannot be reached is asked when they are back.
     */
    void lives(@Observes DeathTakenBack event) {
        schedule(event.member())
                .filter(schedule -> event.member().blockedAt().isEmpty())
                .ifPresent(schedule -> schedules.setNextDue(schedule.id(), makingUp(schedule, event.at())));
    }

    private Instant makingUp(ScheduleRow schedule, Instant now) {
        CheckInOffer offer = offers.of(schedule.organizationId());
        Instant regular = nextAfter(schedule, now);
        boolean paused = pauses.runningUntil(
                        schedule.id(), now.atZone(offer.zone()).toLocalDate())
                .isPresent();
        boolean owed = schedule.lastOkAt()
                .map(lastOk ->
                        !schedule.rhythm().nextAfter(lastOk, offer.zone()).isAfter(now))
                .orElse(true);
        if (paused || !owed) {
            return regular;
        }
        Instant soon = DeliveryWindow.of(offer).opensAfter(now).orElse(now);
        return soon.isBefore(regular) ? soon : regular;
    }

    private Instant nextAfter(ScheduleRow schedule, Instant now) {
        CheckInOffer offer = offers.of(schedule.organizationId());
        LocalDate today = now.atZone(offer.zone()).toLocalDate();
        return pauses.runningUntil(schedule.id(), today)
                .map(last -> schedule.rhythm().firstOnOrAfter(last.plusDays(1), offer.zone()))
                .orElseGet(() -> schedule.rhythm().nextAfter(now, offer.zone()));
    }

    void leaving(@Observes MemberLeaving event) {
        schedule(event.member()).ifPresent(schedule -> {
            endOfCheckIn.by(schedule, Transition.LEFT, event.at());
            schedules.erase(schedule.id());
        });
    }

    private Optional<ScheduleRow> schedule(Member member) {
        return schedules.lock(member.organizationId(), Subject.participant(member.id()));
    }
}
