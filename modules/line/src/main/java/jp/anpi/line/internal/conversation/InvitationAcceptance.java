package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.anpi.membership.Invitations;
import jp.anpi.membership.Invitations.Look;
import jp.anpi.membership.Invitations.Standing;
import jp.anpi.membership.Role;

/** A code that somebody sent: what it is for, and whether to follow it. */
@Dependent
class InvitationAcceptance implements Dialogue {

    private static final String INVITATION = "invitation";
    private static final String ROLE = "role";

    private final Invitations invitations;
    private final Consent consent;
    private final Menu menu;

    @Inject
    InvitationAcceptance(Invitations invitations, Consent consent, Menu menu) {
        this.invitations = invitations;
        this.consent = consent;
        this.menu = menu;
    }

    @Override
    public Set<Step> steps() {
        return Set.of(Step.INVITED);
    }

    /** @param code empty where the text spoke of a code without holding one */
    void received(Talk talk, String code) {
        if (code.isEmpty()) {
            talk.say("invited.unreadable");
            return;
        }
        Look look = invitations.look(talk.organizationId(), talk.lineUserId(), code, talk.now());
        if (look.standing() == Standing.VALID) {
            ask(talk, look);
        } else {
            refused(talk, look);
        }
    }

    private void ask(Talk talk, Look look) {
        Map<String, String> data = new HashMap<>();
        data.put(INVITATION, look.invitationId().orElseThrow().toString());
        look.role().ifPresent(role -> data.put(ROLE, role.name()));
        talk.enter(Step.INVITED, data);
        talk.say(prompt(talk));
    }

    private void refused(Talk talk, Look look) {
        Days days = Days.of(talk);
        Optional<Instant> lockedUntil = look.lockedUntil();
        talk.say(
                "invited." + look.standing().name(),
                lockedUntil.map(days::fullMinute).orElse(""));
        if (talk.member().isEmpty() && talk.state().step().isEmpty()) {
            menu.show(talk);
        }
    }

    @Override
    public List<Utterance> prompt(Talk talk) {
        Optional<String> role = Optional.ofNullable(talk.data().get(ROLE));
        CardBuilder card = talk.card("invited", talk.organization().name());
        if (role.isPresent()) {
            card.paragraph(talk.words("role." + role.get())).primary("label.join", Deed.JOIN);
        } else {
            card.paragraph(talk.words("invited.choose"))
                    .primary("label.as-participant", Deed.AS_PARTICIPANT)
                    .primary("label.as-watcher", Deed.AS_WATCHER);
        }
        return List.of(card.quiet("label.decline", Deed.DECLINE).build());
    }

    @Override
    public void answered(Talk talk, Tap tap) {
        switch (tap.deed()) {
            case JOIN -> follow(talk, Role.valueOf(talk.data().get(ROLE)));
            case AS_PARTICIPANT -> follow(talk, Role.PARTICIPANT);
            case AS_WATCHER -> follow(talk, Role.WATCHER);
            default -> declined(talk);
        }
    }

    private void follow(Talk talk, Role role) {
        Optional<Long> invitation =
                Optional.ofNullable(talk.data().get(INVITATION)).map(Long::valueOf);
        consent.begin(talk, Plan.register(role, invitation));
    }

    private void declined(Talk talk) {
        talk.leave();
        talk.say("invited.declined");
        menu.show(talk);
    }
}
