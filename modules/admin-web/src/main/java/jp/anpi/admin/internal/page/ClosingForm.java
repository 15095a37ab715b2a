package jp.anpi.admin.internal.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.admin.internal.form.Form;
import jp.anpi.escalation.IncidentOutcome;

/** How an incident ended, as it is typed; it stays on the page until it was written down. */
@Named
@RequestScoped
public class ClosingForm {

    @Inject
    private SignedIn me;

    @Inject
    private Form form;

    private String outcome = "";
    private String reason = "";

    /** Whether it can be written down; where not, the fields say why. */
    boolean complete() {
        if (outcome.isEmpty()) {
            form.complain("closing:outcome", me.words().of("closing.outcome.missing"));
        }
        return !form.isObjected();
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
