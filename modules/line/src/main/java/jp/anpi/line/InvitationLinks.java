package jp.anpi.line;

import java.net.URI;
import java.util.Optional;

/** The link that an invitation is passed on by, for pictures of it on pages and on paper. */
public interface InvitationLinks {

    /** Opens the chat with the acceptance filled in; empty while LINE does not tell who we are. */
    Optional<URI> of(int organizationId, String code);
}
