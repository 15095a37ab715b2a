package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.anpi.escalation.internal.elsewhere.AddressBook;
import jp.anpi.membership.Members;
import jp.anpi.membership.WatchLink;
import jp.anpi.membership.WatchLinks;

/** By which way an alert reaches those who watch: LINE, or where they have blocked us the addresses that they left. */
@ApplicationScoped
public class Reach {

    /** A watcher whom LINE does not reach, and the addresses that count. */
    record Beyond(WatchLink link, List<Long> addresses) {}

    @Inject
    private WatchLinks watchLinks;

    @Inject
    private Members members;

    @Inject
    private AddressBook addresses;

    List<WatchLink> byLine(int organizationId, Collection<Long> participants) {
        return watchLinks.reachable(organizationId, participants);
    }

    /** Those whom LINE does not reach, and an address does. */
    List<Beyond> beyondLine(int organizationId, Collection<Long> participants) {
        if (!addresses.anyWay()) {
            return List.of();
        }
        List<WatchLink> links = watchLinks.outOfReach(organizationId, participants);
        Map<Long, List<Long>> addressesOf = addressesOf(
                organizationId, links.stream().map(WatchLink::watcherId).collect(Collectors.toSet()));
        return links.stream()
                .filter(link -> addressesOf.containsKey(link.watcherId()))
                .map(link -> new Beyond(link, addressesOf.get(link.watcherId())))
                .toList();
    }

    /** The addresses of those of these members whom LINE does not reach; who has none is missing. */
    Map<Long, List<Long>> insteadOfLine(int organizationId, Collection<Long> people) {
        Set<Long> beyond = new HashSet<>(people);
        beyond.removeAll(members.reachableLineUserIds(organizationId, people).keySet());
        return addressesOf(organizationId, beyond);
    }

    /** Those of these members whom anything reaches, be it LINE or an address. */
    Set<Long> anyWay(int organizationId, Collection<Long> people) {
        Set<Long> reached = new HashSet<>(
                members.reachableLineUserIds(organizationId, people).keySet());
        reached.addAll(insteadOfLine(organizationId, people).keySet());
        return reached;
    }

    /** The addresses of each of these members that count; who has none is missing. */
    Map<Long, List<Long>> addressesOf(int organizationId, Collection<Long> members) {
        return addresses.confirmed(organizationId, members).stream()
                .collect(Collectors.groupingBy(
                        AddressBook.Entry::memberId,
                        Collectors.mapping(AddressBook.Entry::addressId, Collectors.toList())));
    }
}
