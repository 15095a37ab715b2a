package jp.anpi.escalation.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.anpi.escalation.ResponseProtocol;
import jp.anpi.foundation.AuditLog;
import jp.anpi.foundation.Typed;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRight;

/** {@link ResponseProtocol}; the whole list is replaced at once. */
@Stateless
public class ResponseProtocolBean implements ResponseProtocol {

    @Inject
    private ProtocolTable table;

    @Inject
    private AuditLog audit;

    @Override
    public List<Step> steps(StaffCaller caller) {
        caller.require(StaffRight.MANAGE_ORGANIZATION);
        return table.present(caller.organizationId());
    }

    @Override
    public Outcome change(StaffCaller caller, List<Draft> typed, long seen, Instant now) {
        caller.require(StaffRight.MANAGE_ORGANIZATION);
        List<Draft> drafts = new ArrayList<>();
        for (Draft draft : typed) {
            Optional<String> text = Typed.line(draft.text(), LONGEST_STEP);
            if (text.isEmpty()) {
                return Outcome.UNREADABLE;
            }
            text.filter(words -> !words.isEmpty()).ifPresent(words -> drafts.add(new Draft(words, draft.call())));
        }
        if (drafts.isEmpty()) {
            return Outcome.NOTHING_LEFT;
        }
        if (drafts.size() > MOST_STEPS) {
            return Outcome.TOO_MANY;
        }
        table.lock(caller.organizationId());
        if (highest(table.present(caller.organizationId())) != seen) {
            return Outcome.CONFLICT;
        }
        table.replace(caller.organizationId(), drafts, now);
        audit.append(
                caller.did("PROTOCOL_CHANGED", Optional.empty(), Optional.of(Integer.toString(drafts.size())), now));
        return Outcome.CHANGED;
    }

    private static long highest(List<Step> steps) {
        return steps.stream().mapToLong(Step::id).max().orElse(0);
    }
}
