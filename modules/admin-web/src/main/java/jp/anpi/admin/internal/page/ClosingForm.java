package jp.anpi.admin.internal.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

    @Inject
    private HttpServletRequest request;

    private String outcome = "";
    private boolean sure;
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

    /** Whether what was sent is the news of a death: then a second question is asked, before anything is done. */
    public boolean isDeath() {
        return IncidentOutcome.DECEASED_FOUND.name().equals(request.getParameter("closing:outcome"));
    }

    /** What follows that news. */
    public List<String> getConsequences() {
        String wayBack = me.may("MANAGE_PEOPLE") ? "3" : "ask";
        return Stream.of("1", "2", wayBack)
                .map(key -> me.words().of("closing.death." + key))
                .toList();
    }

    public boolean isSure() {
        return sure;
    }

    public void setSure(boolean sure) {
        this.sure = sure;
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
