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
import jp.anpi.escalation.ContactAddresses.Outcome;
import jp.anpi.membership.PageLinks.Purpose;
import jp.anpi.messaging.ContactWay;
import jp.anpi.resident.internal.Words;
import jp.anpi.resident.internal.door.Guest;

/** Asks a watcher for an address beside LINE (E-9). What was typed stays when it is not possible. */
@Named
@RequestScoped
public class ContactPage {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Contacts contacts;

    @Inject
    private ContactAddresses addresses;

    @Inject
    private Clock clock;

    private ContactWay way;
    private String typed;
    private String problem;

    @PostConstruct
    void open() {
        Optional<Left> named = contacts.named();
        way = named.map(Left::way).orElse(ContactWay.MAIL);
        // A link that did not arrive is asked for again.
        typed = named.flatMap(Left::waiting).orElse(null);
    }

    /** Sends a link and goes back, or stays and says what is wrong. */
    public String leave() {
        if (typed == null || typed.isBlank()) {
            problem = Words.of("contact.missing." + way);
            return null;
        }
        Guest guest = Guest.of(request, Purpose.MY_PAGE);
        Outcome outcome = addresses.leave(guest.organizationId(), guest.memberId(), way, typed, clock.instant());
        problem = switch (outcome) {
            case LINK_SENT -> null;
            case UNREADABLE -> Words.of("contact.UNREADABLE." + way);
            case KNOWN -> Words.of("contact.KNOWN");
            case TOO_MANY -> Words.of("contact.TOO_MANY", ContactAddresses.MOST_LINKS_A_DAY);
        };
        return problem == null ? Paths.MY_PAGE : null;
    }

    public ContactWay getWay() {
        return way;
    }

    public String getTitle() {
        return Words.of("title.contact." + way);
    }

    public String getLead() {
        return Words.of("contact.lead." + way);
    }

    public String getLabel() {
        return Words.of("contact.label." + way);
    }

    public String getHelp() {
        return Words.of("contact.help." + way);
    }

    public String getButton() {
        return Words.of("contact.send." + way);
    }

    /** What a phone's keyboard and memory call it. */
    public String getKind() {
        return way == ContactWay.MAIL ? "email" : "tel";
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }

    /** What to say at the field; null while nothing is wrong. */
    public String getProblem() {
        return problem;
    }
}
