package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.anpi.foundation.AuditLog;
import jp.anpi.membership.StaffAccounts;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRight;
import jp.anpi.membership.StaffRole;

/** {@link StaffAccounts}; whatever changes an account stands in the audit log. */
@Stateless
public class StaffAccountsBean implements StaffAccounts {

    @Inject
    StaffTable staff;

    @Inject
    ScopeTable scopes;

    @Inject
    SignInAttempts attempts;

    @Inject
    StaffPasswords passwords;

    @Inject
    NewAccounts newAccounts;

    @Inject
    FirstPassword firstPassword;

    @Inject
    AuditLog audit;

    @Override
    public List<Account> all(StaffCaller caller, Instant now) {
        caller.require(StaffRight.MANAGE_STAFF);
        Map<Integer, List<String>> places = scopes.allNamed(caller.organizationId());
        return staff.all(caller.organizationId()).stream()
                .map(row -> account(row, places.getOrDefault(row.id(), List.of()), now))
                .toList();
    }

    private Account account(StaffRow row, List<String> places, Instant now) {
        return new Account(
                row.id(),
                row.userName(),
                row.name(),
                row.role(),
                row.limited() || row.role().limited(),
                places,
                Optional.ofNullable(row.lastDay()),
                attempts.lockedUntil(row.userName(), now),
                row.ended(),
                row.version());
    }

    @Override
    public Made add(
            StaffCaller caller,
            String userName,
            String name,
            StaffRole role,
            Optional<LocalDate> lastDay,
            Instant now) {
        caller.require(StaffRight.MANAGE_STAFF);
        NewAccounts.Made made = newAccounts.make(caller, userName, name, role, lastDay, now);
        return new Made(made.outcome(), made.password());
    }

    @Override
    public Made newPassword(StaffCaller caller, int staffId, Instant now) {
        caller.require(StaffRight.MANAGE_STAFF);
        return staff.lock(caller.organizationId(), staffId)
                .filter(row -> !row.ended())
                .map(row -> {
                    String password = StaffPasswords.madeUp();
                    staff.setPassword(row.id(), passwords.hashed(password), true);
                    attempts.forget(row.userName());
                    note(caller, "PASSWORD_RENEWED", row.userName(), Optional.empty(), now);
                    return new Made(Outcome.DONE, Optional.of(password));
                })
                .orElseGet(() -> refused(Outcome.UNKNOWN));
    }

    @Override
    public Outcome change(
            StaffCaller caller, int staffId, String name, Optional<LocalDate> lastDay, int seen, Instant now) {
        caller.require(StaffRight.MANAGE_STAFF);
        if (caller.staffId() == staffId) {
            return Outcome.OWN_ACCOUNT;
        }
        List<Integer> staying = staff.lockStayingAdministrators(caller.organizationId());
        Optional<StaffRow> found = staff.lock(caller.organizationId(), staffId).filter(row -> !row.ended());
        if (found.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        StaffRow row = found.get();
        if (row.version() != seen) {
            return Outcome.CONFLICT;
        }
        Optional<String> shown = StaffName.shown(name);
        if (shown.isEmpty()) {
            return Outcome.NAME_UNREADABLE;
        }
        boolean stays = lastDay.equals(Optional.ofNullable(row.lastDay()));
        if (!stays && !newAccounts.possible(caller, row.role(), lastDay, now)) {
            return Outcome.LAST_DAY_MISSING;
        }
        if (lastDay.isPresent() && nobodyElseStays(row, staying)) {
            return Outcome.LAST_ADMINISTRATOR;
        }
        staff.change(staffId, shown.get(), lastDay);
        String note = shown.get() + lastDay.map(day -> ", " + day).orElse("");
        note(caller, "STAFF_CHANGED", row.userName(), Optional.of(note), now);
        return Outcome.DONE;
    }

    @Override
    public Outcome end(StaffCaller caller, int staffId, Instant now) {
        caller.require(StaffRight.MANAGE_STAFF);
        List<Integer> staying = staff.lockStayingAdministrators(caller.organizationId());
        return staff.lock(caller.organizationId(), staffId)
                .filter(row -> !row.ended())
                .map(row -> {
                    if (nobodyElseStays(row, staying)) {
                        return Outcome.LAST_ADMINISTRATOR;
                    }
                    staff.end(row.id(), now);
                    note(caller, "STAFF_ENDED", row.userName(), Optional.empty(), now);
                    return Outcome.DONE;
                })
                .orElse(Outcome.UNKNOWN);
    }

    private static boolean nobodyElseStays(StaffRow row, List<Integer> staying) {
        return row.role() == StaffRole.SYSTEM_ADMINISTRATOR && staying.stream().allMatch(id -> id == row.id());
    }

    @Override
    public Optional<Reach> reach(StaffCaller caller, int staffId) {
        caller.require(StaffRight.MANAGE_STAFF);
        return staff.lock(caller.organizationId(), staffId)
                .filter(row -> !row.ended())
                .map(row -> new Reach(
                        row.limited() || row.role().limited(), scopes.districts(staffId), scopes.teams(staffId)));
    }

    @Override
    public Outcome setReach(StaffCaller caller, int staffId, Reach reach, int seen, Instant now) {
        caller.require(StaffRight.MANAGE_STAFF);
        Optional<StaffRow> found = staff.lock(caller.organizationId(), staffId).filter(row -> !row.ended());
        if (found.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        StaffRow row = found.get();
        if (caller.staffId() == staffId) {
            return Outcome.OWN_ACCOUNT;
        }
        if (row.version() != seen) {
            return Outcome.CONFLICT;
        }
        if (reach.limited() ? !row.role().limitable() : row.role().limited()) {
            return Outcome.REACH_BY_ROLE;
        }
        // Of a role that is always limited the last place may be taken away: that is how a partner sees nobody any
        // more.
        boolean nowhere = reach.districts().isEmpty() && reach.teams().isEmpty();
        if (reach.limited() && nowhere && !row.role().limited()) {
            return Outcome.PLACE_MISSING;
        }
        if (reach.limited() && !scopes.replace(caller.organizationId(), staffId, reach)) {
            return Outcome.PLACE_UNKNOWN;
        }
        scopes.limit(staffId, reach.limited());
        String note = reach.limited() ? scopes.named(staffId) : "ALL";
        note(caller, "REACH_SET", row.userName(), Optional.of(note), now);
        return Outcome.DONE;
    }

    @Override
    public PasswordOutcome changePassword(StaffCaller caller, String present, String next, Instant now) {
        StaffRow row = staff.lock(caller.organizationId(), caller.staffId()).orElseThrow();
        if (!attempts.admit(row.userName(), now) || !passwords.matches(present, Optional.of(row.passwordHash()))) {
            attempts.failed(row.userName(), now);
            return PasswordOutcome.WRONG;
        }
        attempts.forget(row.userName());
        Optional<PasswordOutcome> objection = present.equals(next)
                ? Optional.of(PasswordOutcome.SAME_AS_BEFORE)
                : StaffPasswords.objection(next, row.userName());
        if (objection.isPresent()) {
            return objection.get();
        }
        staff.setPassword(row.id(), passwords.hashed(next), false);
        firstPassword.forget();
        note(caller, "PASSWORD_CHANGED", row.userName(), Optional.empty(), now);
        return PasswordOutcome.CHANGED;
    }

    private static Made refused(Outcome outcome) {
        return new Made(outcome, Optional.empty());
    }

    private void note(StaffCaller caller, String action, String about, Optional<String> note, Instant now) {
        audit.append(caller.did(action, Optional.of(about), note, now));
    }
}
