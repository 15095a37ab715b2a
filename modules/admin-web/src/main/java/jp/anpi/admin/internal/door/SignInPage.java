package jp.anpi.admin.internal.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.admin.internal.form.Form;
import jp.anpi.membership.StaffSignIn;

/** Where staff sign in. */
@Named
@RequestScoped
public class SignInPage {

    /** Longer than any password: what is longer is not even compared. */
    private static final int LONGEST = 200;

    @Inject
    private SecurityContext security;

    @Inject
    private StaffSignIn signIn;

    @Inject
    private SignedIn me;

    @Inject
    private Form form;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private String user = "";
    private String password = "";

    /** Goes where the address wanted to, or stays and says what is wrong. */
    public void enter() throws IOException {
        if (user.isBlank() || password.isEmpty()) {
            missing("enter:user", user.isBlank());
            missing("enter:password", password.isEmpty());
            return;
        }
        if (user.length() > LONGEST || password.length() > LONGEST) {
            form.complain(me.words().of("sign-in.wrong"));
            return;
        }
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        AuthenticationStatus status = security.authenticate(
                request,
                (HttpServletResponse) external.getResponse(),
                AuthenticationParameters.withParams().credential(new UsernamePasswordCredential(user, password)));
        if (status == AuthenticationStatus.SUCCESS) {
            external.redirect(request.getContextPath() + StaffPages.destination(request.getParameter("to")));
        } else {
            form.complain(refusal());
        }
    }

    private void missing(String field, boolean empty) {
        if (empty) {
            form.complain(field, me.words().of("sign-in.missing"));
        }
    }

    private String refusal() {
        Instant now = clock.instant();
        Optional<Instant> locked = signIn.lockedUntil(user, now);
        return locked.map(until -> me.words()
                        .of(
                                "sign-in.locked",
                                Duration.between(now, until).plusSeconds(59).toMinutes()))
                .orElseGet(() -> me.words().of("sign-in.wrong"));
    }

    public String getTo() {
        return StaffPages.destination(request.getParameter("to"));
    }

    public boolean isLeft() {
        return request.getParameter("out") != null && !form.isObjected();
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user == null ? "" : user;
    }

    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password == null ? "" : password;
    }
}
