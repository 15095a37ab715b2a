package jp.anpi.escalation.internal.elsewhere;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.anpi.foundation.Settings;
import jp.anpi.membership.Organizations;
import jp.anpi.messaging.ContactWay;

/** Brings the addresses of the office into line with the settings at each start; new ones are sent a link. */
@Singleton
@Startup
@DependsOn({"OrganizationFounding", "KeysAtStart"})
public class OfficeAddresses {

    @Inject
    private Settings settings;

    @Inject
    private Organizations organizations;

    @Inject
    private AddressTable table;

    @Inject
    private AddressBook book;

    @Inject
    private LinkRequests links;

    @Inject
    private Clock clock;

    @PostConstruct
    void align() {
        int organization = organizations.first().id();
        table.lockOffice(organization);
        List<String> missing = new ArrayList<>(settings.urgent().staffEmails());
        for (Address known : table.ofOffice(organization)) {
            if (!missing.remove(book.opened(known))) {
                table.delete(known.id());
            } else if (!known.confirmed() && !table.linkUnderWay(known.id(), clock.instant())) {
                sendLink(organization, known.id());
            }
        }
        Instant now = clock.instant();
        missing.forEach(text -> sendLink(
                organization, table.insert(organization, null, ContactWay.MAIL, book.sealed(organization, text), now)));
    }

    private void sendLink(int organization, long address) {
        links.send(organization, address, Optional.empty(), clock.instant());
    }
}
