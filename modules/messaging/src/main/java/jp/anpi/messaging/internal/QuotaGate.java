package jp.anpi.messaging.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.anpi.messaging.OutboxMessage;

/** Lets out what the month's messages have room for, and holds the rest (E-9). */
@ApplicationScoped
public class QuotaGate {

    @Inject
    private QuotaLedger ledger;

    @Inject
    private HeldMessages holding;

    @Inject
    private Settlement settlement;

    /** @return those that go, counted already; where there is room for some recipients only, the others wait apart */
    List<ClaimedMessage> admit(List<ClaimedMessage> claims, Instant now) {
        if (claims.isEmpty()) {
            return claims;
        }
        Map<UUID, Integer> admitted = ledger.admit(claims, now);
        List<ClaimedMessage> going = new ArrayList<>();
        List<OutboxMessage> held = new ArrayList<>();
        for (ClaimedMessage claim : claims) {
            OutboxMessage message = claim.message();
            int fitting = admitted.get(message.id());
            if (fitting == claim.recipients()) {
                going.add(claim);
            } else if (fitting == 0) {
                held.add(message);
            } else {
                Settlement.Parts parts = settlement.split(message, fitting, now);
                going.add(claim.with(parts.first()));
                held.add(parts.rest());
            }
        }
        holding.hold(held, now);
        if (!held.isEmpty()) {
            holding.holdOthersLike(held.get(held.size() - 1), now);
        }
        return going;
    }
}
