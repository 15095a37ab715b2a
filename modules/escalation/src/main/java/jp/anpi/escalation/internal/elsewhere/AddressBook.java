package jp.anpi.escalation.internal.elsewhere;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.anpi.foundation.PersonalFields;
import jp.anpi.messaging.ContactWay;
import jp.anpi.messaging.UrgentChannels;
import org.jdbi.v3.core.Jdbi;

/** Which addresses count for whom. */
@ApplicationScoped
public class AddressBook {

    /** An address that counts, and whose it is. */
    public record Entry(long addressId, long memberId) {}

    /** Where exactly something is sent to. */
    public record Destination(ContactWay way, String address, boolean confirmed) {
        @Override
        public String toString() {
            return "Destination[" + way + "]";
        }
    }

    @Inject
    private Jdbi jdbi;

    @Inject
    private AddressTable table;

    @Inject
    private PersonalFields fields;

    @Inject
    private UrgentChannels channels;

    /** Whether there is any way beside LINE here. */
    public boolean anyWay() {
        return !channels.offered().isEmpty();
    }

    /** Confirmed addresses of those members, for the ways that are configured. */
    public List<Entry> confirmed(int organizationId, Collection<Long> members) {
        Set<ContactWay> offered = channels.offered();
        if (offered.isEmpty() || members.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("select id, member_id from contact_address"
                        + " where member_id = any(:members) and organization_id = :organization"
                        + " and confirmed_at is not null and way = any(:ways)")
                .bind("members", members.toArray(Long[]::new))
                .bind("organization", organizationId)
                .bind("ways", offered.stream().map(Enum::name).toArray(String[]::new))
                .map((row, context) -> new Entry(row.getLong("id"), row.getLong("member_id")))
                .list());
    }

    /** Confirmed addresses of the office. */
    public List<Long> office(int organizationId) {
        return table.ofOffice(organizationId).stream()
                .filter(Address::confirmed)
                .map(Address::id)
                .toList();
    }

    /**
     * Where to send, opened; empty when it was removed.
     *
     * @throws jp.anpi.foundation.UnreadableFieldException when its key is gone
     */
    public Optional<Destination> destination(long addressId) {
        return table.find(addressId)
                .map(address -> new Destination(address.way(), opened(address), address.confirmed()));
    }

    String opened(Address address) {
        return fields.open(AddressTable.SEALED.in(address.organizationId()), address.sealed());
    }

    byte[] sealed(int organizationId, String address) {
        return fields.seal(AddressTable.SEALED.in(organizationId), address);
    }
}
