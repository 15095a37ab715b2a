package jp.anpi.admin.internal.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.escalation.IncidentOutcome;
import jp.anpi.escalation.IncidentWork;

/** How an incident ended, as it is typed; it stays on the page until it was written down. */
@Named
@RequestScoped
public class ClosingForm {

    @Inject
    private SignedIn me;

    private String outcome = "";
    private String reason = "";

    /** What is wrong with it; empty where it can be written down. */
    Optional<String> problem() {
        if (outcome.isEmpty()) {
            return Optional.of(me.words().of("closing.outcome.missing"));
        }
        if (reason.isBlank()) {
            return Optional.of(me.words().of("closing.reason.missing"));
        }
        return reason.length() > IncidentWork.LONGEST_NOTE
                ? Optional.of(me.words().of("contact.too-long", IncidentWork.LONGEST_NOTE))
                : Optional.empty();
    }

    IncidentOutcome chosen() {
        return IncidentOutcome.valueOf(outcome);
    }

    public List<Choice> getOutcomes() {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", me.words().of("closing.choose"))));
        choices.addAll(Choice.of(me.words(), "outcome.", IncidentOutcome.values()));
        return choices;
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(String outcome) {
        this.outcome = outcome == null ? "" : outcome;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason == null ? "" : reason;
    }
}
