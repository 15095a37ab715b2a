package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import jp.anpi.line.InvitationLinks;
import jp.anpi.line.internal.render.Phrases;

/** The same link as the one that the chat hands out. */
@Dependent
public class SpokenInvitationLinks implements InvitationLinks {

    private final OfficialAccount account;
    private final Phrases phrases;

    @Inject
    SpokenInvitationLinks(OfficialAccount account, Phrases phrases) {
        this.account = account;
        this.phrases = phrases;
    }

    @Override
    public Optional<URI> of(int organizationId, String code) {
        return account.invitationLink(organizationId, phrases.of("invitation.text", code));
    }
}
