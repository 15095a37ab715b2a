package jp.anpi.resident.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import jp.anpi.escalation.ContactAddresses;
import jp.anpi.escalation.ContactAddresses.Left;
import jp.anpi.membership.PageLinks.Purpose;
import jp.anpi.messaging.ContactWay;
import jp.anpi.resident.internal.Words;
import jp.anpi.resident.internal.door.Guest;

/** Asks once more before an address is removed. */
@Named
@RequestScoped
public class ContactEndPage {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Contacts contacts;

    @Inject
    private ContactAddresses addresses;

    @Inject
    private Clock clock;

    private Optional<Left> left;

    @PostConstruct
    void open() {
        left = contacts.named()
                .filter(named ->
                        named.confirmed().isPresent() || named.waiting().isPresent());
    }

    /** Removes it and goes back; what is gone stays gone. */
    public String end() {
        Guest guest = Guest.of(request, Purpose.MY_PAGE);
        left.ifPresent(
                there -> addresses.remove(guest.organizationId(), guest.memberId(), there.way(), clock.instant()));
        return Paths.MY_PAGE;
    }

    public boolean isOver() {
        return left.isEmpty();
    }

    /** Null where there is nothing to remove. */
    public ContactWay getWay() {
        return left.map(Left::way).orElse(null);
    }

    public String getQuestion() {
        return left.map(there -> there.confirmed().or(there::waiting).orElseThrow())
                .map(address -> Words.of("contact-end.question", address))
                .orElse("");
    }
}
