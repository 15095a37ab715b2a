package jp.anpi.resident.internal.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import jp.anpi.line.InvitationLinks;
import jp.anpi.membership.PageLinks.Purpose;
import jp.anpi.resident.internal.door.Guest;

/** The QR code of an invitation, to be shown face to face. */
@Named
@RequestScoped
public class InvitationPage {

    @Inject
    private HttpServletRequest request;

    @Inject
    private InvitationLinks links;

    /** Null where the address held none. */
    public String getCode() {
        return Guest.of(request, Purpose.INVITATION).code();
    }

    /** Null while there is nothing to show. */
    public String getLink() {
        return link(links, Guest.of(request, Purpose.INVITATION))
                .map(URI::toString)
                .orElse(null);
    }

    static Optional<URI> link(InvitationLinks links, Guest guest) {
        return Optional.ofNullable(guest.code()).flatMap(code -> links.of(guest.organizationId(), code));
    }
}
