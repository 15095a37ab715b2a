package jp.anpi.membership.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.anpi.foundation.AuditLog;
import jp.anpi.membership.Organizations;
import jp.anpi.membership.StaffAccounts.Outcome;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRole;

/** Making an account of staff, with a first password that is shown once. Whoever calls has looked at the right. */
@Dependent
public class NewAccounts {

    /** @param staffId 0 where there is none */
    record Made(Outcome outcome, int staffId, Optional<String> password) {

        static Made refused(Outcome outcome) {
            return new Made(outcome, 0, Optional.empty());
        }
    }

    @Inject
    StaffTable staff;

    @Inject
    StaffPasswords passwords;

    @Inject
    Organizations organizations;

    @Inject
    AuditLog audit;

    /** Whether an account of this role may be good until this day. */
    boolean possible(StaffCaller caller, StaffRole role, Optional<LocalDate> lastDay, Instant now) {
        LocalDate today =
                now.atZone(organizations.byId(caller.organizationId()).zone()).toLocalDate();
        return lastDay.map(day -> !day.isBefore(today)).orElse(role != StaffRole.COMMISSIONER);
    }

    Made make(
            StaffCaller caller,
            String userName,
            String name,
            StaffRole role,
            Optional<LocalDate> lastDay,
            Instant now) {
        Optional<String> user = StaffName.user(userName);
        Optional<String> shown = StaffName.shown(name);
        if (user.isEmpty()) {
            return Made.refused(Outcome.USER_UNREADABLE);
        }
        if (shown.isEmpty()) {
            return Made.refused(Outcome.NAME_UNREADABLE);
        }
        if (!possible(caller, role, lastDay, now)) {
            return Made.refused(Outcome.LAST_DAY_MISSING);
        }
        String password = StaffPasswords.madeUp();
        Optional<Integer> made = staff.insert(
                caller.organizationId(),
                user.get(),
                shown.get(),
                role,
                passwords.hashed(password),
                true,
                lastDay.orElse(null),
                now);
        if (made.isEmpty()) {
            return Made.refused(Outcome.USER_TAKEN);
        }
        audit.append(caller.did("STAFF_ADDED", user, Optional.of(role.name()), now));
        return new Made(Outcome.DONE, made.get(), Optional.of(password));
    }
}
