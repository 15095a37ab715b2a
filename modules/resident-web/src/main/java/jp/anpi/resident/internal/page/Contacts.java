package jp.anpi.resident.internal.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import jp.anpi.escalation.ContactAddresses;
import jp.anpi.escalation.ContactAddresses.Left;
import jp.anpi.membership.PageLinks.Purpose;
import jp.anpi.resident.internal.door.Guest;

/** The ways beside LINE that a watcher may leave; none where this installation has none. */
@Named
@RequestScoped
public class Contacts {

    @Inject
    private HttpServletRequest request;

    @Inject
    private ContactAddresses addresses;

    public List<Contact> getAll() {
        return left().stream().map(Contact::of).toList();
    }

    /** The way that the address names, or the first there is; empty where there is none. */
    Optional<Left> named() {
        String way = request.getParameter("way");
        List<Left> all = left();
        return all.stream()
                .filter(left -> left.way().name().equals(way))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private List<Left> left() {
        Guest guest = Guest.of(request, Purpose.MY_PAGE);
        return addresses.of(guest.organizationId(), guest.memberId());
    }
}
