package jp.anpi.membership.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import jp.anpi.foundation.AuditLog;
import jp.anpi.foundation.ManualClock;
import jp.anpi.foundation.Settings.Profile;
import jp.anpi.foundation.SettingsReader;
import jp.anpi.membership.StaffRole;
import org.glassfish.soteria.identitystores.hash.Pbkdf2PasswordHashImpl;

/** The beans around staff accounts over those of one transaction, with the hash that the server brings. */
final class StaffBeans {

    private static final StaffPasswords PASSWORDS = passwords();

    final StaffSignInBean signIn = new StaffSignInBean();
    final StaffAccountsBean accounts = new StaffAccountsBean();
    final FirstAdministrators first = new FirstAdministrators();
    final List<AuditLog.Entry> log = new ArrayList<>();

    StaffBeans(Beans beans, Town town) {
        StaffTable table = new StaffTable();
        table.jdbi = beans.jdbi;
        SignInAttempts attempts = new SignInAttempts();
        attempts.jdbi = beans.jdbi;
        FirstPassword firstPassword = new FirstPassword(town.settings());
        signIn.staff = table;
        signIn.attempts = attempts;
        signIn.passwords = PASSWORDS;
        signIn.organizations = beans.organizations;
        signIn.audit = new Listed();
        ScopeTable scopes = new ScopeTable();
        scopes.jdbi = beans.jdbi;
        accounts.staff = table;
        accounts.scopes = scopes;
        accounts.attempts = attempts;
        accounts.passwords = PASSWORDS;
        NewAccounts newAccounts = new NewAccounts();
        newAccounts.staff = table;
        newAccounts.passwords = PASSWORDS;
        newAccounts.organizations = beans.organizations;
        newAccounts.audit = new Listed();
        accounts.newAccounts = newAccounts;
        accounts.firstPassword = firstPassword;
        accounts.audit = new Listed();
        first.staff = table;
        first.passwords = PASSWORDS;
        first.firstPassword = firstPassword;
        first.settings = town.settings();
        first.clock = new ManualClock(Town.NOON);
    }

    /** An account as the first administrator's is made. */
    void account(Town town, String user, String password, StaffRole role) {
        signIn.staff
                .insert(town.id(), user, user, role, PASSWORDS.hashed(password), false, null, Town.NOON)
                .orElseThrow();
    }

    private static StaffPasswords passwords() {
        StaffPasswords passwords = new StaffPasswords();
        return passwords(Profile.DEV);
    }

    static StaffPasswords passwords(Profile profile) {
        StaffPasswords passwords = new StaffPasswords();
        passwords.hash = new Pbkdf2PasswordHashImpl();
        passwords.settings = SettingsReader.read(property -> "anpi.profile".equals(property)
                ? Optional.of(profile.name().toLowerCase(Locale.ROOT))
                : Optional.empty());
        passwords.initialize();
        return passwords;
    }

    /** The log of the foundation is tried beside its own table; here it is enough to see what is written. */
    private final class Listed implements AuditLog {

        @Override
        public void append(Entry entry) {
            log.add(entry);
        }

        @Override
        public List<Numbered> page(int organizationId, OptionalLong before, int most) {
            return List.of();
        }

        @Override
        public OptionalLong firstBroken(int organizationId) {
            return OptionalLong.empty();
        }
    }

    static Instant later(int minutes) {
        return Town.NOON.plusSeconds(minutes * 60L);
    }
}
