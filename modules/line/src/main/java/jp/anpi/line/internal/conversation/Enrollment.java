package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.anpi.escalation.WhoIsTold;
import jp.anpi.line.internal.render.Choice.Style;
import jp.anpi.membership.Invitations;
import jp.anpi.membership.Invitations.Standing;
import jp.anpi.membership.Member;
import jp.anpi.membership.Members;
import jp.anpi.membership.Role;
import jp.anpi.membership.WatchLinks;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.ScheduleView;
import jp.anpi.scheduling.Subject;

/** The end of every registration: only here does anything come to stand. */
@Dependent
class Enrollment {

    private static final int MOST_NAMES = 5;

    private final Members members;
    private final CheckInSchedules schedules;
    private final Invitations invitations;
    private final WatchLinks links;
    private final WhoIsTold whoIsTold;
    private final OfficialAccount account;
    private final NicknameOffer nicknames;

    @Inject
    Enrollment(
            Members members,
            CheckInSchedules schedules,
            Invitations invitations,
            WatchLinks links,
            WhoIsTold whoIsTold,
            OfficialAccount account,
            NicknameOffer nicknames) {
        this.members = members;
        this.schedules = schedules;
        this.invitations = invitations;
        this.links = links;
        this.whoIsTold = whoIsTold;
        this.account = account;
        this.nicknames = nicknames;
    }

    /** Registers a participant, sets the rhythm, and joins the team of the invitation that they came through. */
    void participant(Talk talk, Plan plan) {
        Member member = register(talk, plan);
        ScheduleView schedule = schedules.set(
                talk.organizationId(),
                Subject.participant(member.id()),
                plan.interval().orElseThrow(),
                plan.hours(),
                talk.now());
        CardBuilder card = talk.card("enrolled.participant", member.number());
        Days days = Days.of(talk);
        schedule.nextDueAt()
                .ifPresent(first -> card.paragraph(
                        talk.words("enrolled.first-question", days.rhythm(schedule.rhythm()), days.fullSlot(first))));
        if (alone(talk, plan, member)) {
            card.paragraph(ofSilence(talk, member, "enrolled.participant-alone"));
        }
        welcome(talk, plan, card);
    }

    /** Who comes without an invitation is linked to nobody, and reads how that is done. */
    private boolean alone(Talk talk, Plan plan, Member member) {
        return plan.invitation().isEmpty() && others(talk, plan.role(), member).isEmpty();
    }

    private List<Member> others(Talk talk, Role role, Member member) {
        return role == Role.WATCHER
                ? links.watchedBy(talk.organizationId(), member.id())
                : links.watchersOf(talk.organizationId(), member.id());
    }

    void watcher(Talk talk, Plan plan) {
        Member member = register(talk, plan);
        boolean alone = alone(talk, plan, member);
        welcome(talk, plan, talk.card(alone ? "enrolled.watcher-alone" : "enrolled.watcher", member.number()));
    }

    /** Somebody who is a participant already joins one more team. */
    void join(Talk talk, Plan plan) {
        if (plan.invitation().isEmpty()) {
            talk.leave();
            talk.say("enrolled.already");
            return;
        }
        welcome(talk, plan, talk.card("enrolled.joined"));
    }

    private Member register(Talk talk, Plan plan) {
        Member member = members.register(
                talk.organizationId(),
                talk.lineUserId(),
                plan.role(),
                plan.terms().orElseThrow(),
                talk.now());
        talk.became(Optional.of(member));
        return member;
    }

    private void welcome(Talk talk, Plan plan, CardBuilder card) {
        Member member = talk.registered();
        plan.invitation().ifPresent(invitation -> card.paragraph(accept(talk, plan.role(), member, invitation)));
        card.primary("label.invite", Deed.INVITE);
        if (!talk.friend()) {
            account.addFriendLink(talk.organizationId()).ifPresent(link -> {
                card.paragraph(talk.words("enrolled.add-friend"));
                card.open(Style.SECONDARY, "label.add-friend", link);
            });
        }
        talk.leave();
        talk.say(card.build());
        nicknames.after(talk);
    }

    private String accept(Talk talk, Role role, Member member, long invitation) {
        Standing standing = invitations.accept(talk.organizationId(), member.id(), invitation, role, talk.now());
        return switch (standing) {
            case VALID -> connected(talk, role, member);
            case ALREADY_IN -> talk.words("invited.ALREADY_IN");
            default -> talk.words("enrolled.invitation-gone");
        };
    }

    private String connected(Talk talk, Role role, Member member) {
        List<Member> others = others(talk, role, member);
        if (others.isEmpty()) {
            String key = "enrolled.connected-nobody." + role.name();
            return role == Role.PARTICIPANT ? ofSilence(talk, member, key) : talk.words(key);
        }
        talk.keepPrivate();
        String names = others.stream()
                .limit(MOST_NAMES)
                .map(Member::displayName)
                .collect(Collectors.joining(talk.words("talk.name-separator")));
        String more = others.size() > MOST_NAMES ? talk.words("talk.and-more", others.size() - MOST_NAMES) : "";
        String connected = talk.words("enrolled.connected." + role.name(), names + more);
        return role == Role.PARTICIPANT && nobodyInReach(talk, member)
                ? connected + "\n" + ofSilence(talk, member, "enrolled.connected-out-of-reach")
                : connected;
    }

    private boolean nobodyInReach(Talk talk, Member participant) {
        return whoIsTold
                .inReach(talk.organizationId(), Set.of(participant.id()))
                .isEmpty();
    }

    /** Words for somebody of whom no watcher is told: staff are, where the rules tell anybody. */
    private String ofSilence(Talk talk, Member participant, String key) {
        boolean staff =
                whoIsTold.ofSilence(talk.organizationId(), participant.id()).staff();
        return talk.words(staff ? key : key + ".untold");
    }
}
