package jp.anpi.admin.internal.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import jp.anpi.admin.internal.Words;
import jp.anpi.scheduling.CheckInOffers;
import jp.anpi.scheduling.EscalationPolicy;
import jp.anpi.scheduling.EscalationStep;
import jp.anpi.scheduling.PoliciesInForce;

/** What happens when nobody answers, in words. */
@ApplicationScoped
public class Policies {

    @Inject
    private PoliciesInForce policies;

    @Inject
    private CheckInOffers offers;

    /** In a team. */
    String of(int organizationId, long teamId, Words words) {
        return of(policies.ofTeam(organizationId, teamId), words);
    }

    /** For somebody who may be in several teams. */
    String ofParticipant(int organizationId, long participantId, Words words) {
        return of(policies.ofParticipant(organizationId, participantId), words);
    }

    /** Where no team has other rules. */
    String ofOrganization(int organizationId, Words words) {
        return of(offers.of(organizationId).policy(), words);
    }

    private static String of(EscalationPolicy policy, Words words) {
        return policy.steps().stream()
                .map(step -> step(step, words))
                .collect(Collectors.joining(words.of("policy.then")));
    }

    private static String step(EscalationStep step, Words words) {
        String when = step.delay()
                .map(words::span)
                .map(span -> words.of("policy.after", span))
                .orElseGet(() -> words.of("policy.missed", step.missedSlots().orElseThrow()));
        return words.of("policy." + step.action(), when);
    }
}
