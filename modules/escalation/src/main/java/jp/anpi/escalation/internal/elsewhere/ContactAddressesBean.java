package jp.anpi.escalation.internal.elsewhere;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.escalation.ContactAddresses;
import jp.anpi.foundation.EmailAddress;
import jp.anpi.foundation.PhoneNumber;
import jp.anpi.foundation.SecretToken;
import jp.anpi.messaging.ContactWay;
import jp.anpi.messaging.UrgentChannels;

/** {@link ContactAddresses}: sealed, and told to nobody but their channel. */
@Stateless
public class ContactAddressesBean implements ContactAddresses {

    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    private AddressTable table;

    @Inject
    private AddressBook book;

    @Inject
    private DeliveryTable deliveries;

    @Inject
    private LinkRequests links;

    @Inject
    private UrgentChannels channels;

    @Inject
    private Event<AddressesRemoved> removed;

    @Override
    public List<Left> of(int organizationId, long memberId) {
        List<Address> all = table.ofMember(organizationId, memberId);
        return channels.offered().stream()
                .sorted()
                .map(way -> new Left(way, text(all, way, true), text(all, way, false)))
                .toList();
    }

    @Override
    public Outcome leave(int organizationId, long memberId, ContactWay way, String typed, Instant now) {
        Optional<String> readable = readable(way, typed);
        if (readable.isEmpty() || !channels.offered().contains(way)) {
            return Outcome.UNREADABLE;
        }
        table.lockMember(organizationId, memberId);
        List<Address> all = table.ofMember(organizationId, memberId);
        if (text(all, way, true).equals(readable)) {
            return Outcome.KNOWN;
        }
        if (table.requestsSince(memberId, now.minus(DAY)) >= MOST_LINKS_A_DAY) {
            return Outcome.TOO_MANY;
        }
        with(all, way).stream().filter(address -> !address.confirmed()).forEach(address -> table.delete(address.id()));
        table.request(organizationId, memberId, now);
        long address = table.insert(organizationId, memberId, way, book.sealed(organizationId, readable.get()), now);
        links.send(organizationId, address, Optional.of(memberId), now);
        return Outcome.LINK_SENT;
    }

    @Override
    public void remove(int organizationId, long memberId, ContactWay way, Instant now) {
        table.lockMember(organizationId, memberId);
        List<Long> gone = with(table.ofMember(organizationId, memberId), way).stream()
                .map(Address::id)
                .toList();
        // The incidents before the addresses, like everywhere; then also those of alerts that were just being written.
        deliveries.waitingFor(gone);
        table.lock(gone);
        List<Long> untold = deliveries.waitingFor(gone);
        gone.forEach(table::delete);
        removed.fire(new AddressesRemoved(untold, now));
    }

    @Override
    public Optional<ContactWay> confirm(String token, Instant now) {
        Optional<Address> address = table.use(SecretToken.digest(token), now).flatMap(table::find);
        address.ifPresent(found -> table.confirm(found, now));
        return address.map(Address::way);
    }

    private Optional<String> text(List<Address> all, ContactWay way, boolean confirmed) {
        return with(all, way).stream()
                .filter(address -> address.confirmed() == confirmed)
                .map(book::opened)
                .findFirst();
    }

    private static List<Address> with(List<Address> all, ContactWay way) {
        return all.stream().filter(address -> address.way() == way).toList();
    }

    private static Optional<String> readable(ContactWay way, String typed) {
        return switch (way) {
            case MAIL -> EmailAddress.parse(typed).map(EmailAddress::text);
            case PHONE -> PhoneNumber.parse(typed).map(PhoneNumber::text);
        };
    }
}
