package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.anpi.line.internal.render.Choice.Style;
import jp.anpi.membership.InvitationKind;
import jp.anpi.membership.PageLinks;
import jp.anpi.membership.PageLinks.Purpose;
import jp.anpi.membership.Role;
import jp.anpi.scheduling.Answers.Source;

/** What can be said at any time, whatever dialogue is under way. */
@Dependent
class Commands {

    /** These begin something new, which ends whatever was begun before. */
    private static final Set<Deed> BEGINNING = EnumSet.of(
            Deed.START_PARTICIPANT,
            Deed.START_WATCHER,
            Deed.CHANGE_SCHEDULE,
            Deed.INVITE,
            Deed.INVITE_PARTICIPANT,
            Deed.INVITE_WATCHER,
            Deed.INVITE_MANY,
            Deed.REVOKE,
            Deed.PAUSE,
            Deed.RESUME,
            Deed.LEAVE,
            Deed.NICKNAME);

    private final Menu menu;
    private final Consent consent;
    private final Planning planning;
    private final Inviting inviting;
    private final Pausing pausing;
    private final Leaving leaving;
    private final NicknameOffer nicknames;
    private final SignsOfLife signs;
    private final PageLinks pages;
    private final OfficialAccount account;

    @Inject
    Commands(
            Menu menu,
            Consent consent,
            Planning planning,
            Inviting inviting,
            Pausing pausing,
            Leaving leaving,
            NicknameOffer nicknames,
            SignsOfLife signs,
            PageLinks pages,
            OfficialAccount account) {
        this.menu = menu;
        this.consent = consent;
        this.planning = planning;
        this.inviting = inviting;
        this.pausing = pausing;
        this.leaving = leaving;
        this.nicknames = nicknames;
        this.signs = signs;
        this.pages = pages;
        this.account = account;
    }

    static boolean begins(Deed deed) {
        return BEGINNING.contains(deed);
    }

    void perform(Talk talk, Tap tap, Source source) {
        switch (tap.deed()) {
            case OK -> signs.ok(talk, source);
            case HELP -> signs.help(talk, source);
            case MENU -> menu.show(talk);
            case START_PARTICIPANT -> start(talk, Role.PARTICIPANT);
            case START_WATCHER -> start(talk, Role.WATCHER);
            case THANKS -> talk.say(talk.participant() ? "talk.welcome.participant" : "talk.welcome");
            case ALERT_BUTTON -> talk.say("watch.press-button");
            case CANCEL -> {
                talk.say("talk.nothing-to-cancel");
                menu.show(talk);
            }
            default -> ofMember(talk, tap);
        }
    }

    private void start(Talk talk, Role role) {
        boolean already = role == Role.PARTICIPANT ? talk.participant() : talk.watcher();
        if (already) {
            talk.say("enrolled.already");
            menu.show(talk);
        } else {
            consent.begin(talk, Plan.register(role, Optional.empty()));
        }
    }

    private void ofMember(Talk talk, Tap tap) {
        if (talk.member().isEmpty()) {
            talk.say("talk.members-only");
            menu.show(talk);
            return;
        }
        switch (tap.deed()) {
            case CHANGE_SCHEDULE -> planning.change(talk);
            case INVITE -> inviting.begin(talk);
            case INVITE_PARTICIPANT -> inviting.issue(talk, Optional.of(Role.PARTICIPANT), InvitationKind.SINGLE_USE);
            case INVITE_WATCHER -> inviting.issue(talk, Optional.of(Role.WATCHER), InvitationKind.SINGLE_USE);
            case INVITE_MANY -> inviting.issue(talk, Optional.empty(), InvitationKind.TEAM_WIDE);
            case REVOKE -> inviting.revoke(talk, tap.argument());
            case PAUSE -> pausing.begin(talk);
            case RESUME -> pausing.resume(talk, tap.argument());
            case MY_PAGE -> myPage(talk);
            case LEAVE -> leaving.begin(talk);
            case NICKNAME -> nicknames.begin(talk);
            default -> menu.notUnderstood(talk);
        }
    }

    private void myPage(Talk talk) {
        String token = pages.issue(
                talk.organizationId(), talk.registered().id(), Purpose.MY_PAGE, Optional.empty(), talk.now());
        talk.say(talk.card("my-page")
                .open(Style.PRIMARY, "label.my-page", account.page(talk, token))
                .build());
    }
}
