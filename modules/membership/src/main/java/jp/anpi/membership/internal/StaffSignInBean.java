package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.anpi.foundation.AuditLog;
import jp.anpi.membership.Organizations;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffSignIn;

/** {@link StaffSignIn}; no transaction is open while a password is compared, which takes its time on purpose. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StaffSignInBean implements StaffSignIn {

    @Inject
    StaffTable staff;

    @Inject
    SignInAttempts attempts;

    @Inject
    StaffPasswords passwords;

    @Inject
    Organizations organizations;

    @Inject
    AuditLog audit;

    @Override
    public Optional<Presence> signIn(String user, String password, String address, Instant now) {
        String name = StaffName.folded(user);
        if (!attempts.admit(name, now)) {
            return Optional.empty();
        }
        Optional<StaffRow> account = staff.byUserName(name).filter(row -> goodOn(row, now));
        boolean right = passwords.matches(password, account.map(StaffRow::passwordHash));
        if (!right) {
            attempts.failed(name, now);
            account.map(row -> row.presence(address).caller())
                    .ifPresent(caller -> note(caller, "SIGN_IN_REFUSED", now));
            return Optional.empty();
        }
        attempts.forget(name);
        Presence presence = account.orElseThrow().presence(address);
        note(presence.caller(), "SIGNED_IN", now);
        return Optional.of(presence);
    }

    @Override
    public Optional<Instant> lockedUntil(String user, Instant now) {
        return attempts.lockedUntil(StaffName.folded(user), now);
    }

    @Override
    public Optional<Presence> still(Session session, String address, Instant now) {
        return staff.byId(session.staffId())
                .filter(row -> row.generation() == session.generation())
                .filter(row -> goodOn(row, now))
                .map(row -> row.presence(address));
    }

    @Override
    public void signedOut(StaffCaller caller, Instant now) {
        note(caller, "SIGNED_OUT", now);
    }

    private boolean goodOn(StaffRow row, Instant now) {
        LocalDate today =
                now.atZone(organizations.byId(row.organizationId()).zone()).toLocalDate();
        return row.goodOn(today);
    }

    private void note(StaffCaller caller, String action, Instant now) {
        audit.append(caller.did(action, Optional.empty(), Optional.empty(), now));
    }
}
