package jp.anpi.membership.internal;

import static jp.anpi.membership.internal.StaffBeans.later;
import static jp.anpi.membership.internal.Town.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jp.anpi.foundation.AuditLog;
import jp.anpi.membership.NotAllowedException;
import jp.anpi.membership.StaffAccounts.Account;
import jp.anpi.membership.StaffAccounts.Made;
import jp.anpi.membership.StaffAccounts.Outcome;
import jp.anpi.membership.StaffAccounts.PasswordOutcome;
import jp.anpi.membership.StaffAccounts.Reach;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRole;
import jp.anpi.membership.StaffSignIn.Presence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who signs in, who is kept out, and that neither tells whether a user exists. */
class StaffSignInTest {

    private static final String PASSWORD = "correct horse battery";
    private static int count;

    private final Town town = new Town();
    private final String user = "officer" + ++count;
    private final List<AuditLog.Entry> log = new ArrayList<>();

    @BeforeEach
    void an_administrator() {
        in(staff -> {
            staff.account(town, user, PASSWORD, StaffRole.SYSTEM_ADMINISTRATOR);
            return null;
        });
    }

    @Test
    void the_right_password_lets_in_whatever_the_width_and_the_capitals_of_the_user() {
        Presence presence =
                signIn("  " + user.toUpperCase() + " ", PASSWORD, NOON).orElseThrow();

        assertThat(presence.caller().organizationId()).isEqualTo(town.id());
        assertThat(presence.passwordToChange()).isFalse();
        assertThat(signIn("ｏｆｆｉｃｅｒ" + user.substring(7), PASSWORD, NOON)).isPresent();
        assertThat(log).extracting(AuditLog.Entry::action).containsOnly("SIGNED_IN");
    }

    @Test
    void five_wrong_ones_lock_for_a_quarter_of_an_hour_and_not_longer() {
        for (int i = 0; i < 5; i++) {
            assertThat(lock(user, NOON)).isEmpty();
            assertThat(signIn(user, "wrong", NOON)).isEmpty();
        }

        assertThat(lock(user, NOON)).contains(later(15));
        assertThat(signIn(user, PASSWORD, later(14))).isEmpty();
        assertThat(signIn(user, PASSWORD, later(15))).isPresent();
        assertThat(log).extracting(AuditLog.Entry::action).contains("SIGN_IN_REFUSED", "SIGNED_IN");
    }

    @Test
    void a_user_who_does_not_exist_is_locked_just_the_same() {
        String nobody = "nobody" + user;
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(nobody, "wrong", NOON)).isEmpty();
        }

        assertThat(lock(nobody, NOON)).contains(later(15));
        assertThat(log).isEmpty();
    }

    @Test
    void a_success_wipes_the_slate() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                signIn(user, "wrong", NOON);
            }
            assertThat(signIn(user, PASSWORD, NOON)).isPresent();
        }
    }

    @Test
    void an_account_with_a_last_day_is_good_until_its_end() {
        Presence administrator = signIn(user, PASSWORD, NOON).orElseThrow();
        LocalDate today = LocalDate.parse("2026-11-22");
        Made made = in(staff -> staff.accounts.add(
                administrator.caller(), "minsei-" + user, "民生", StaffRole.COMMISSIONER, Optional.of(today), NOON));
        String password = made.password().orElseThrow();

        assertThat(signIn("minsei-" + user, password, Instant.parse("2026-11-22T14:59:59Z")))
                .hasValueSatisfying(
                        presence -> assertThat(presence.passwordToChange()).isTrue());
        assertThat(signIn("minsei-" + user, password, Instant.parse("2026-11-22T15:00:00Z")))
                .as("midnight in Japan")
                .isEmpty();
        assertThat(in(staff -> staff.accounts.add(
                                administrator.caller(),
                                "x" + user,
                                "民生",
                                StaffRole.COMMISSIONER,
                                Optional.empty(),
                                NOON))
                        .outcome())
                .isEqualTo(Outcome.LAST_DAY_MISSING);
    }

    @Test
    void a_changed_password_or_an_ended_account_ends_every_session() {
        Presence presence = signIn(user, PASSWORD, NOON).orElseThrow();
        assertThat(still(presence)).isPresent();

        assertThat(change(presence.caller(), PASSWORD, "another one altogether"))
                .isEqualTo(PasswordOutcome.CHANGED);

        assertThat(still(presence)).isEmpty();
        assertThat(signIn(user, PASSWORD, NOON)).isEmpty();
        Presence again = signIn(user, "another one altogether", NOON).orElseThrow();
        in(staff -> staff.accounts.add(
                again.caller(), "other-" + user, "交代", StaffRole.SYSTEM_ADMINISTRATOR, Optional.empty(), NOON));
        Outcome ended =
                in(staff -> staff.accounts.end(again.caller(), again.caller().staffId(), NOON));
        assertThat(ended).isEqualTo(Outcome.DONE);
        assertThat(still(again)).isEmpty();
    }

    @Test
    void the_last_administrator_stays() {
        StaffCaller caller = signIn(user, PASSWORD, NOON).orElseThrow().caller();

        Outcome outcome = in(staff -> staff.accounts.end(caller, caller.staffId(), NOON));

        assertThat(outcome).isEqualTo(Outcome.LAST_ADMINISTRATOR);
    }

    /** Of two who give each other a last day, nobody would be left who manages accounts. */
    @Test
    void one_administrator_without_a_last_day_stays() {
        StaffCaller caller = signIn(user, PASSWORD, NOON).orElseThrow().caller();
        in(staff -> staff.accounts.add(
                caller, "second-" + user, "交代", StaffRole.SYSTEM_ADMINISTRATOR, Optional.empty(), NOON));
        int second = account(caller, "second-" + user).id();
        Optional<LocalDate> soon = Optional.of(LocalDate.of(2099, 3, 31));
        Outcome changed = in(staff -> staff.accounts.change(caller, second, "交代", soon, 0, NOON));
        assertThat(changed).isEqualTo(Outcome.DONE);

        Outcome ended = in(staff -> staff.accounts.end(caller, caller.staffId(), NOON));
        assertThat(ended).isEqualTo(Outcome.LAST_ADMINISTRATOR);
    }

    @Test
    void of_two_who_change_one_account_at_once_the_second_overwrites_nothing() {
        StaffCaller caller = signIn(user, PASSWORD, NOON).orElseThrow().caller();
        in(staff -> staff.accounts.add(caller, "shared-" + user, "初め", StaffRole.OFFICER, Optional.empty(), NOON));
        Account seen = account(caller, "shared-" + user);
        Reach everybody = new Reach(false, Set.of(), Set.of());

        Outcome first =
                in(staff -> staff.accounts.change(caller, seen.id(), "一人目", Optional.empty(), seen.version(), NOON));
        Outcome second =
                in(staff -> staff.accounts.change(caller, seen.id(), "二人目", Optional.empty(), seen.version(), NOON));
        Outcome third = in(staff -> staff.accounts.setReach(caller, seen.id(), everybody, seen.version(), NOON));

        assertThat(List.of(first, second, third)).containsExactly(Outcome.DONE, Outcome.CONFLICT, Outcome.CONFLICT);
        Account now = account(caller, "shared-" + user);
        assertThat(now.name()).isEqualTo("一人目");
        Outcome after = in(staff -> staff.accounts.setReach(caller, now.id(), everybody, now.version(), NOON));
        assertThat(after).isEqualTo(Outcome.DONE);
        assertThat(account(caller, "shared-" + user).version()).isGreaterThan(now.version());
    }

    private Account account(StaffCaller caller, String userName) {
        return in(staff -> staff.accounts.all(caller, NOON)).stream()
                .filter(account -> account.userName().equals(userName))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void passwords_that_are_easily_guessed_are_refused() {
        StaffCaller caller = signIn(user, PASSWORD, NOON).orElseThrow().caller();

        assertThat(change(caller, PASSWORD, "short")).isEqualTo(PasswordOutcome.TOO_SHORT);
        assertThat(change(caller, PASSWORD, "aaaaaaaaaaaa")).isEqualTo(PasswordOutcome.TOO_SIMPLE);
        assertThat(change(caller, PASSWORD, "my-" + user + "-1")).isEqualTo(PasswordOutcome.TOO_SIMPLE);
        assertThat(change(caller, PASSWORD, PASSWORD)).isEqualTo(PasswordOutcome.SAME_AS_BEFORE);
        assertThat(change(caller, PASSWORD, "x".repeat(60) + "yz123".repeat(20)))
                .isEqualTo(PasswordOutcome.TOO_LONG);
        assertThat(change(caller, "wrong", "another one altogether")).isEqualTo(PasswordOutcome.WRONG);
    }

    @Test
    void an_administrator_manages_accounts_of_the_own_organization_only() {
        StaffCaller caller = signIn(user, PASSWORD, NOON).orElseThrow().caller();
        Made made = in(
                staff -> staff.accounts.add(caller, "mine-" + user, "佐藤", StaffRole.OFFICER, Optional.empty(), NOON));
        assertThat(made.outcome()).isEqualTo(Outcome.DONE);
        int id = in(staff -> staff.accounts.all(caller, NOON)).stream()
                .filter(account -> account.userName().equals("mine-" + user))
                .map(Account::id)
                .findFirst()
                .orElseThrow();
        StaffCaller stranger = new StaffCaller(
                caller.staffId(), caller.organizationId() - 1, "s", "s", StaffRole.SYSTEM_ADMINISTRATOR, "::1");

        Outcome foreign = in(staff -> staff.accounts.end(stranger, id, NOON));
        assertThat(foreign).isEqualTo(Outcome.UNKNOWN);
        assertThat(in(staff -> staff.accounts.newPassword(stranger, id, NOON)).password())
                .isEmpty();
        StaffCaller officer = new StaffCaller(id, town.id(), "o", "o", StaffRole.OFFICER, "::1");
        assertThatThrownBy(() -> in(staff -> staff.accounts.all(officer, NOON)))
                .isInstanceOf(NotAllowedException.class);
    }

    private <R> R in(Function<StaffBeans, R> work) {
        return town.in(beans -> {
            StaffBeans staff = new StaffBeans(beans, town);
            R result = work.apply(staff);
            log.addAll(staff.log);
            return result;
        });
    }

    private Optional<Presence> signIn(String typed, String password, Instant at) {
        return in(staff -> staff.signIn.signIn(typed, password, "192.0.2.7", at));
    }

    private Optional<Instant> lock(String typed, Instant at) {
        return in(staff -> staff.signIn.lockedUntil(typed, at));
    }

    private Optional<Presence> still(Presence presence) {
        return in(staff -> staff.signIn.still(presence.session(), "192.0.2.7", NOON));
    }

    private PasswordOutcome change(StaffCaller caller, String present, String next) {
        return in(staff -> staff.accounts.changePassword(caller, present, next, NOON));
    }
}
