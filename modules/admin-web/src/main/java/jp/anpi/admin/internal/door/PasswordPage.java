package jp.anpi.admin.internal.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import jp.anpi.admin.internal.form.Form;
import jp.anpi.membership.StaffAccounts;
import jp.anpi.membership.StaffAccounts.PasswordOutcome;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffSignIn.Session;

/** One's own password: by wish, or because a first one has to be changed. */
@Named
@RequestScoped
public class PasswordPage {

    @Inject
    private StaffAccounts accounts;

    @Inject
    private SignedIn me;

    @Inject
    private Form form;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private String present = "";
    private String next = "";
    private String again = "";

    /** Every session ends with the old password; whoever changed it gets a new one. */
    public String change() {
        StaffCaller caller = me.caller();
        if (!next.equals(again)) {
            form.complain("change:again", me.words().of("password.differ"));
            return null;
        }
        Session before = SignedIn.presence(request).orElseThrow().session();
        PasswordOutcome outcome = accounts.changePassword(caller, present, next, clock.instant());
        if (outcome != PasswordOutcome.CHANGED) {
            String field = outcome == PasswordOutcome.WRONG ? "change:present" : "change:next";
            form.complain(field, me.words().of("password." + outcome, StaffAccounts.SHORTEST_PASSWORD));
            return null;
        }
        Session after = new Session(before.staffId(), before.generation() + 1);
        Visit.of(request).orElseThrow().under(after).enter(request);
        return "/admin/index.xhtml?faces-redirect=true";
    }

    public boolean isFirst() {
        return SignedIn.presence(request).orElseThrow().passwordToChange();
    }

    public String getPresent() {
        return "";
    }

    public void setPresent(String present) {
        this.present = present == null ? "" : present;
    }

    public String getNext() {
        return "";
    }

    public void setNext(String next) {
        this.next = next == null ? "" : next;
    }

    public String getAgain() {
        return "";
    }

    public void setAgain(String again) {
        this.again = again == null ? "" : again;
    }
}
