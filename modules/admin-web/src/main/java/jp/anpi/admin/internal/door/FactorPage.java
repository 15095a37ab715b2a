package jp.anpi.admin.internal.door;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.anpi.admin.internal.form.Form;
import jp.anpi.admin.internal.form.ShownOnce;
import jp.anpi.foundation.WallTime;
import jp.anpi.membership.SecondFactor;

/** Sets the second factor up: a secret for the app, a code to prove it, and recovery codes for the day it is lost. */
@Named
@RequestScoped
public class FactorPage {

    @Inject
    private SecondFactor factor;

    @Inject
    private SignedIn me;

    @Inject
    private Form form;

    @Inject
    private ShownOnce once;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    @Inject
    @WallTime
    private Clock wall;

    /** Whose recovery codes: nobody sets up another's. */
    private static final String OWN = "";

    private String code = "";
    private List<String> recoveryCodes = List.of();

    @PostConstruct
    void open() {
        // Where the first of two clicks has set it up there is no form any more that could read the second.
        once.again(request.getParameter("once"), OWN).ifPresent(this::show);
    }

    /** Stays either way: to show the recovery codes, or what is wrong. */
    public void confirm() {
        once.show(request.getParameter("once"), OWN, this::setUp)
                .ifPresentOrElse(
                        this::show,
                        () -> form.complain("confirm:code", me.words().of("code.wrong")));
    }

    private Optional<String> setUp() {
        Optional<List<String>> codes = factor.confirm(me.caller(), code, wall.instant(), clock.instant());
        codes.ifPresent(made -> Visit.of(request).orElseThrow().withProof().keep(request));
        return codes.map(made -> String.join("\n", made));
    }

    private void show(String codes) {
        recoveryCodes = codes.lines().toList();
    }

    public boolean isConfirmed() {
        return factor.confirmed(me.caller());
    }

    /** Whether the role asks for it. */
    public boolean isRequired() {
        return SignedIn.gate(request) == Gate.SET_UP;
    }

    public String getSecret() {
        return factor.offer(me.caller()).secret();
    }

    /** Shown once; none before. */
    public List<String> getRecoveryCodes() {
        return recoveryCodes;
    }

    public String getCode() {
        return "";
    }

    public void setCode(String code) {
        this.code = code == null || code.length() > 100 ? "" : code;
    }
}
