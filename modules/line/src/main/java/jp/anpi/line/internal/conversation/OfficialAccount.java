package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import jp.anpi.foundation.Settings;
import jp.anpi.line.internal.channel.LineAccounts;
import jp.anpi.line.internal.channel.OfficialAccountLinks;

/** Addresses that a conversation hands out: into LINE, and to our own pages. */
@Dependent
class OfficialAccount {

    private final LineAccounts accounts;
    private final Settings settings;

    @Inject
    OfficialAccount(LineAccounts accounts, Settings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    /** Opens the chat with {@code text} filled in; empty while LINE does not tell who we are. */
    Optional<URI> invitationLink(int organizationId, String text) {
        return accounts.basicId(organizationId).map(id -> OfficialAccountLinks.invitationLink(id, text));
    }

    Optional<URI> addFriendLink(int organizationId) {
        return accounts.basicId(organizationId).map(OfficialAccountLinks::addFriend);
    }

    /** Where a page token is opened. Whoever holds it comes in, so what is said now is neither kept nor pushed. */
    URI page(Talk talk, String token) {
        talk.keepPrivate();
        return URI.create(settings.publicUrl() + "/my/open/" + token);
    }

    URI invitationPage(Talk talk, String token, String code) {
        return URI.create(page(talk, token) + "?code=" + code);
    }
}
