package jp.anpi.line.internal.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.anpi.membership.Members;
import jp.anpi.scheduling.UnreadAnswers;

/** Participants of whom an event was stored that has not been worked yet. */
@ApplicationScoped
public class UnreadEvents implements UnreadAnswers {

    @Inject
    private Members members;

    @Inject
    private WebhookEvents events;

    @Override
    public Set<Long> among(int organizationId, Collection<Long> participantIds) {
        if (!events.anyWaits()) {
            return Set.of();
        }
        Map<Long, String> accounts = members.reachableLineUserIds(organizationId, participantIds);
        Set<String> unread = events.unread(organizationId, accounts.values());
        return accounts.entrySet().stream()
                .filter(account -> unread.contains(account.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
