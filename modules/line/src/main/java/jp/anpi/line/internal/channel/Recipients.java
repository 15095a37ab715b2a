package jp.anpi.line.internal.channel;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import jp.anpi.escalation.MessageKinds;
import jp.anpi.membership.Farewells;
import jp.anpi.membership.Members;
import jp.anpi.messaging.OutboxMessage;

/** The LINE accounts that messages go to: those of members, and for one kind those of whoever has just ceased to be one. */
@ApplicationScoped
public class Recipients {

    private Members members;
    private Farewells farewells;

    /** For the proxy. */
    public Recipients() {}

    @Inject
    public Recipients(Members members, Farewells farewells) {
        this.members = members;
        this.farewells = farewells;
    }

    /**
     * Looked up at once for all of them.
     *
     * @return the accounts for each, in the order of its recipients: a repeated request shall be the same
     */
    Function<OutboxMessage, List<String>> of(List<OutboxMessage> messages) {
        Map<Boolean, List<OutboxMessage>> byKind = messages.stream().collect(partitioningBy(Recipients::isFarewell));
        Map<Integer, Map<Long, String>> reachable = accounts(byKind.get(false), members::reachableLineUserIds);
        Map<Integer, Map<Long, String>> gone = accounts(byKind.get(true), farewells::lineUserIds);
        return message -> among(message, (isFarewell(message) ? gone : reachable).get(message.organizationId()));
    }

    private static boolean isFarewell(OutboxMessage message) {
        return message.kind().equals(MessageKinds.FAREWELL);
    }

    private static Map<Integer, Map<Long, String>> accounts(
            List<OutboxMessage> messages, BiFunction<Integer, Collection<Long>, Map<Long, String>> lookedUp) {
        Map<Integer, Set<Long>> recipients = messages.stream()
                .collect(groupingBy(
                        OutboxMessage::organizationId, flatMapping(message -> message.recipients().stream(), toSet())));
        Map<Integer, Map<Long, String>> accounts = new HashMap<>();
        recipients.forEach((organization, ids) -> accounts.put(organization, lookedUp.apply(organization, ids)));
        return accounts;
    }

    private static List<String> among(OutboxMessage message, Map<Long, String> accounts) {
        return message.recipients().stream()
                .map(accounts::get)
                .filter(Objects::nonNull)
                .toList();
    }
}
