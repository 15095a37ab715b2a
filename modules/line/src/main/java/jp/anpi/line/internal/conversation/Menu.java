package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jp.anpi.line.internal.render.Choice.Style;
import jp.anpi.membership.Member;
import jp.anpi.membership.WatchLinks;
import jp.anpi.scheduling.CheckInOffers;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.ScheduleView;
import jp.anpi.scheduling.Subject;

/** What can be done now: the two ways to begin, or what a member's roles allow. */
@Dependent
class Menu {

    private final CheckInSchedules schedules;
    private final CheckInOffers offers;
    private final WatchLinks links;

    @Inject
    Menu(CheckInSchedules schedules, CheckInOffers offers, WatchLinks links) {
        this.schedules = schedules;
        this.offers = offers;
        this.links = links;
    }

    void show(Talk talk) {
        talk.say(talk.member().map(member -> forMember(talk, member)).orElseGet(() -> start(talk)));
    }

    /** Kindly says that this was not understood, and what can be done. */
    void notUnderstood(Talk talk) {
        talk.say("talk.not-understood");
        show(talk);
    }

    Utterance start(Talk talk) {
        return ways(talk, talk.card("menu.start", talk.organization().name()));
    }

    /** Adds the two ways to begin. */
    Utterance ways(Talk talk, CardBuilder card) {
        return card.primary("label.start-participant", Deed.START_PARTICIPANT)
                .secondary("label.start-watcher", Deed.START_WATCHER)
                .build();
    }

    private Utterance forMember(Talk talk, Member member) {
        CardBuilder card = talk.card("menu.member", member.number());
        if (member.participant() && rhythmIsChosen(talk)) {
            card.secondary("label.change-schedule", Deed.CHANGE_SCHEDULE);
        }
        card.secondary("label.invite", Deed.INVITE);
        boolean away = member.participant() && paused(talk, member);
        if (away) {
            card.secondary("label.resume", Deed.RESUME);
        }
        if (member.participant() && !away || watches(talk, member)) {
            card.secondary("label.pause", Deed.PAUSE);
        }
        card.secondary("label.my-page", Deed.MY_PAGE);
        return card.press(Style.QUIET, talk.words("label.leave"), Deed.LEAVE, "")
                .build();
    }

    private boolean rhythmIsChosen(Talk talk) {
        return !new Choices(offers.of(talk.organizationId())).none();
    }

    private boolean paused(Talk talk, Member member) {
        return schedules
                .of(talk.organizationId(), Subject.participant(member.id()), talk.now())
                .flatMap(ScheduleView::pausedUntil)
                .isPresent();
    }

    private boolean watches(Talk talk, Member member) {
        return member.watcher()
                && !links.watchedBy(talk.organizationId(), member.id()).isEmpty();
    }
}
