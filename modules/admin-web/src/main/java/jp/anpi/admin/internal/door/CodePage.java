package jp.anpi.admin.internal.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import jp.anpi.admin.internal.form.Form;
import jp.anpi.foundation.WallTime;
import jp.anpi.membership.SecondFactor;

/** Where the code of the second factor is asked for, after the password. */
@Named
@RequestScoped
public class CodePage {

    @Inject
    private SecondFactor factor;

    @Inject
    private SignedIn me;

    @Inject
    private Form form;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    @Inject
    @WallTime
    private Clock wall;

    private String code = "";

    /** Goes to the first page, or stays and says what is wrong. */
    public String enter() {
        if (!factor.use(me.caller(), code, wall.instant(), clock.instant())) {
            form.complain("enter:code", me.words().of("code.wrong"));
            return null;
        }
        Visit.of(request).orElseThrow().withProof().enter(request);
        return "/admin/index.xhtml?faces-redirect=true";
    }

    public String getCode() {
        return "";
    }

    public void setCode(String code) {
        this.code = code == null || code.length() > 100 ? "" : code;
    }
}
