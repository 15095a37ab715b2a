package jp.anpi.admin.internal.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.admin.internal.form.Form;
import jp.anpi.escalation.ProtocolCheck;

/** Which step of the checklist was ticked by mistake, and how that is known; it stays until it was written down. */
@Named
@RequestScoped
public class StepBackForm {

    @Inject
    private SignedIn me;

    @Inject
    private Form form;

    @Inject
    private HttpServletRequest request;

    private String step = "";
    private String reason = "";

    /** Whether it can be written down; where not, the fields say why. */
    boolean complete() {
        if (chosen() < 0) {
            form.complain("take-back:step", me.words().of("take-back.missing"));
        }
        return !form.isObjected();
    }

    long chosen() {
        return Numbers.whole(step).orElse(-1);
    }

    List<Choice> choices(List<ProtocolCheck> protocol) {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", me.words().of("closing.choose"))));
        protocol.stream()
                .filter(ProtocolCheck::checked)
                .map(check ->
                        new Choice(Long.toString(check.step().id()), ChecklistForm.text(check.step(), me.words())))
                .forEach(choices::add);
        return choices;
    }

    /** Whether this form was the one that was sent: then it stays open. */
    public boolean isSent() {
        return request.getParameter("take-back") != null;
    }

    public String getStep() {
        return step;
    }

    public void setStep(String step) {
        this.step = Objects.toString(step, "");
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = Objects.toString(reason, "");
    }
}
