package jp.anpi.resident.internal.page;

import jp.anpi.escalation.ContactAddresses.Left;
import jp.anpi.messaging.ContactWay;
import jp.anpi.resident.internal.Words;

/**
 * One way to a watcher beside LINE, as their own page shows it.
 *
 * @param standing what is registered, and what waits for its confirmation
 * @param invite what the link to the form says
 * @param there whether there is anything to remove
 */
public record Contact(ContactWay way, String title, String standing, String invite, boolean there) {

    static Contact of(Left left) {
        boolean there = left.confirmed().isPresent() || left.waiting().isPresent();
        String confirmed = left.confirmed()
                .map(address -> Words.of("contact.confirmed", address))
                .orElse(there ? "" : Words.of("contact.none"));
        String waiting = left.waiting()
                .map(address -> Words.of("contact.waiting." + left.way(), address))
                .orElse("");
        return new Contact(
                left.way(),
                Words.of("contact." + left.way()),
                (confirmed + "\n" + waiting).strip(),
                Words.of(there ? "contact.invite.change" : "contact.invite.new"),
                there);
    }

    @Override
    public String toString() {
        return "Contact[" + way + "]";
    }
}
