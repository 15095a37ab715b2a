package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import jp.anpi.foundation.AuditLog;
import jp.anpi.foundation.PersonalFields;
import jp.anpi.foundation.SecretToken;
import jp.anpi.membership.Organizations;
import jp.anpi.membership.SecondFactor;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRight;
import jp.anpi.membership.internal.SecondFactorTable.Factor;

/** {@link SecondFactor}; the secret is sealed like a personal field, so that a copy of the database makes no codes. */
@Stateless
public class SecondFactorBean implements SecondFactor {

    @Inject
    SecondFactorTable factors;

    @Inject
    SignInAttempts attempts;

    @Inject
    PersonalFields fields;

    @Inject
    Organizations organizations;

    @Inject
    AuditLog audit;

    @Override
    public boolean confirmed(StaffCaller caller) {
        return factors.confirmed(caller.staffId());
    }

    @Override
    public Offer offer(StaffCaller caller) {
        factors.insert(
                caller.staffId(),
                caller.organizationId(),
                fields.seal(SecondFactorTable.SEALED.in(caller.organizationId()), OneTimeCode.newSecret()));
        Factor factor = factors.lock(caller.staffId()).orElseThrow();
        if (factor.confirmed()) {
            throw new IllegalStateException("The secret of staff " + caller.staffId() + " is shown once only");
        }
        String secret = secret(caller, factor);
        String label = organizations.byId(caller.organizationId()).name() + ":" + caller.userName();
        String issuer = organizations.byId(caller.organizationId()).name();
        return new Offer(
                secret.replaceAll("(.{4})(?=.)", "$1 "),
                "otpauth://totp/" + encoded(label) + "?secret=" + secret + "&issuer=" + encoded(issuer));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public Optional<List<String>> confirm(StaffCaller caller, String code, Instant wall, Instant now) {
        Optional<Factor> factor = factors.lock(caller.staffId()).filter(one -> !one.confirmed());
        OptionalLong step = factor.map(one -> OneTimeCode.step(secret(caller, one), digits(code), wall))
                .orElse(OptionalLong.empty());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        List<String> codes =
                Stream.generate(StaffPasswords::madeUp).limit(RECOVERY_CODES).toList();
        factors.confirm(
                caller.staffId(),
                step.getAsLong(),
                codes.stream().map(SecretToken::digest).toList(),
                now);
        note(caller, "SECOND_FACTOR_SET", caller.userName(), now);
        return Optional.of(codes);
    }

    @Override
    public boolean use(StaffCaller caller, String code, Instant wall, Instant now) {
        String key = "code of " + caller.userName();
        if (!attempts.admit(key, now)) {
            return false;
        }
        Optional<Factor> factor = factors.lock(caller.staffId()).filter(Factor::confirmed);
        boolean right = factor.isPresent() && (fresh(caller, factor.get(), code, wall) || recovers(caller, code, now));
        if (right) {
            attempts.forget(key);
        } else {
            attempts.failed(key, now);
            note(caller, "CODE_REFUSED", caller.userName(), now);
        }
        return right;
    }

    private boolean fresh(StaffCaller caller, Factor factor, String code, Instant wall) {
        OptionalLong step = OneTimeCode.step(secret(caller, factor), digits(code), wall);
        boolean fresh = step.isPresent() && step.getAsLong() > factor.lastStep();
        if (fresh) {
            factors.used(caller.staffId(), step.getAsLong());
        }
        return fresh;
    }

    private boolean recovers(StaffCaller caller, String code, Instant now) {
        boolean recovers = factors.useRecoveryCode(caller.staffId(), SecretToken.digest(StaffName.folded(code)));
        if (recovers) {
            note(caller, "RECOVERY_CODE_USED", caller.userName(), now);
        }
        return recovers;
    }

    @Override
    public boolean remove(StaffCaller caller, int staffId, Instant now) {
        caller.require(StaffRight.MANAGE_STAFF);
        boolean removed = factors.remove(caller.organizationId(), staffId);
        if (removed) {
            note(caller, "SECOND_FACTOR_REMOVED", "staff " + staffId, now);
        }
        return removed;
    }

    private String secret(StaffCaller caller, Factor factor) {
        return fields.open(SecondFactorTable.SEALED.in(caller.organizationId()), factor.sealed());
    }

    /** Full-width digits and spaces between them do not matter. */
    private static String digits(String code) {
        return StaffName.folded(code).replaceAll("\\s", "");
    }

    private void note(StaffCaller caller, String action, String about, Instant now) {
        audit.append(caller.did(action, Optional.of(about), Optional.empty(), now));
    }
}
