package jp.anpi.admin.internal.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Set;
import jp.anpi.membership.StaffSignIn;

/** The accounts of staff for Jakarta Security; the group is the role. */
@ApplicationScoped
public class StaffStore implements IdentityStore {

    @Inject
    private StaffSignIn signIn;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    /** Found by its type by the default of {@link IdentityStore#validate}. */
    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        return signIn.signIn(
                        credential.getCaller(),
                        credential.getPasswordAsString(),
                        Sender.address(request),
                        clock.instant())
                .map(presence -> new CredentialValidationResult(
                        new StaffPrincipal(presence),
                        Set.of(presence.caller().role().name())))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
