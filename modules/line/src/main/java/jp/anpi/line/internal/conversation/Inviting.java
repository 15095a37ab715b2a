package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.anpi.line.internal.render.Choice.Style;
import jp.anpi.membership.InvitationKind;
import jp.anpi.membership.Invitations;
import jp.anpi.membership.Invitations.Issue;
import jp.anpi.membership.Invitations.Issued;
import jp.anpi.membership.Member;
import jp.anpi.membership.PageLinks;
import jp.anpi.membership.PageLinks.Purpose;
import jp.anpi.membership.Role;

/** Making an invitation, showing it, and taking it back (R-044 … R-053). */
@Dependent
class Inviting implements Dialogue {

    private static final String INVITATION = "invitation";

    private final Invitations invitations;
    private final PageLinks pages;
    private final OfficialAccount account;
    private final Menu menu;

    @Inject
    Inviting(Invitations invitations, PageLinks pages, OfficialAccount account, Menu menu) {
        this.invitations = invitations;
        this.pages = pages;
        this.account = account;
        this.menu = menu;
    }

    @Override
    public Set<Step> steps() {
        return Set.of(Step.REVOKING);
    }

    /** 「招待する」: participants invite those who shall watch them; watchers are asked whom. */
    void begin(Talk talk) {
        if (talk.watcher()) {
            talk.say(talk.card("inviting.whom")
                    .primary("label.invite-participant", Deed.INVITE_PARTICIPANT)
                    .primary("label.invite-watcher", Deed.INVITE_WATCHER)
                    .build());
        } else {
            issue(talk, Optional.of(Role.WATCHER), InvitationKind.SINGLE_USE);
        }
    }

    void issue(Talk talk, Optional<Role> role, InvitationKind kind) {
        if (account.addFriendLink(talk.organizationId()).isEmpty()) {
            talk.say("inviting.later");
            return;
        }
        long inviter = talk.registered().id();
        Issue issue = invitations.issue(talk.organizationId(), inviter, role, kind, talk.now());
        issue.issued().ifPresentOrElse(issued -> show(talk, issued, role, kind), () -> refused(talk, issue));
    }

    private void refused(Talk talk, Issue issue) {
        issue.refusal().ifPresent(refusal -> talk.say("inviting." + refusal.name()));
        menu.show(talk);
    }

    private void show(Talk talk, Issued issued, Optional<Role> role, InvitationKind kind) {
        String text = talk.words("invitation.text", issued.code());
        URI link = account.invitationLink(talk.organizationId(), text).orElseThrow();
        String whom = role.map(Role::name).orElse("OPEN");
        talk.say("inviting.how." + whom);
        talk.say("inviting.forward." + kind.name(), talk.organization().name(), link);
        talk.say(details(talk, issued, kind));
    }

    private Utterance details(Talk talk, Issued issued, InvitationKind kind) {
        Member inviter = talk.registered();
        String token = pages.issue(
                talk.organizationId(),
                inviter.id(),
                Purpose.INVITATION,
                Optional.of(issued.invitationId()),
                talk.now());
        CardBuilder card = talk.card(
                        "inviting.details." + kind.name(), Days.of(talk).fullMinute(issued.expiresAt()))
                .open(Style.SECONDARY, "label.show-qr", account.invitationPage(talk, token, issued.code()));
        if (kind == InvitationKind.SINGLE_USE) {
            card.quiet("label.invite-many", Deed.INVITE_MANY);
        }
        return card.press(Style.QUIET, talk.words("label.revoke"), Deed.REVOKE, Long.toString(issued.invitationId()))
                .build();
    }

    /** 「この招待を取り消す」: asks once more. */
    void revoke(Talk talk, String invitationId) {
        talk.enter(Step.REVOKING, Map.of(INVITATION, invitationId));
        talk.say(prompt(talk));
    }

    @Override
    public List<Utterance> prompt(Talk talk) {
        return List.of(talk.card("inviting.revoke").yesNo().build());
    }

    @Override
    public void answered(Talk talk, Tap tap) {
        long invitation = Long.parseLong(talk.data().get(INVITATION));
        talk.leave();
        if (tap.deed() != Deed.YES) {
            talk.say("inviting.kept");
            return;
        }
        long inviter = talk.registered().id();
        boolean revoked = invitations.revoke(talk.organizationId(), inviter, invitation, talk.now());
        talk.say(revoked ? "inviting.revoked" : "inviting.ended-before");
    }
}
