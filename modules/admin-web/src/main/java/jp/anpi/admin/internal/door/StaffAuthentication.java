package jp.anpi.admin.internal.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import jp.anpi.foundation.Settings;
import jp.anpi.foundation.WallTime;
import jp.anpi.membership.StaffSignIn;
import jp.anpi.membership.StaffSignIn.Presence;

/**
 * Who it is that asks for a staff page: somebody who signs in now, or whose session says so and whose account is looked
 * up again with each request. Everybody else's requests pass by; {@link StaffDoor} decides what they may see.
 */
@ApplicationScoped
public class StaffAuthentication implements HttpAuthenticationMechanism {

    /** Seconds for which the session lasts where nothing is done any more. */
    private static final String LEFT = "X-Anpi-Left";

    @Inject
    private IdentityStoreHandler stores;

    @Inject
    private StaffSignIn signIn;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    @WallTime
    private Clock wall;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Credential credential = context.getAuthParameters().getCredential();
        if (credential != null) {
            return enter(credential, request, context);
        }
        if (!StaffPages.isOne(StaffPages.path(request))) {
            return context.doNothing();
        }
        return present(request, response)
                .map(presence -> announce(presence, Visit.of(request).orElseThrow(), request, context))
                .orElseGet(context::doNothing);
    }

    private AuthenticationStatus enter(Credential credential, HttpServletRequest request, HttpMessageContext context) {
        CredentialValidationResult result = stores.validate(credential);
        if (result.getStatus() != CredentialValidationResult.Status.VALID) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        Presence presence = ((StaffPrincipal) result.getCallerPrincipal()).presence();
        Visit visit = Visit.begin(presence.session(), wall.instant());
        visit.enter(request);
        return announce(presence, visit, request, context);
    }

    private Optional<Presence> present(HttpServletRequest request, HttpServletResponse response) {
        Optional<Visit> visit = request.isRequestedSessionIdFromURL() ? Optional.empty() : Visit.of(request);
        Instant now = wall.instant();
        if (visit.filter(one -> one.over(now)).isPresent()) {
            Visit.end(request);
            return Optional.empty();
        }
        Optional<Presence> presence =
                visit.flatMap(one -> signIn.still(one.session(), Sender.address(request), clock.instant()));
        if (presence.isPresent()) {
            Visit present = visit.orElseThrow();
            if (!Sender.poll(request)) {
                present = present.activeAt(now);
                if (!present.keep(request)) {
                    return Optional.empty();
                }
            }
            response.setHeader(LEFT, Long.toString(present.left(now).toSeconds()));
        }
        return presence;
    }

    private AuthenticationStatus announce(
            Presence presence, Visit visit, HttpServletRequest request, HttpMessageContext context) {
        SignedIn.put(
                request,
                presence,
                Gate.of(presence, visit.proven(), settings.operation().secondFactorRoles()),
                visit.left(wall.instant()));
        return context.notifyContainerAboutLogin(
                new StaffPrincipal(presence), Set.of(presence.caller().role().name()));
    }
}
