package jp.anpi.membership.internal;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import jp.anpi.foundation.Settings;
import jp.anpi.membership.Organization;
import jp.anpi.membership.Organizations;
import jp.anpi.membership.StaffAccounts;
import jp.anpi.membership.StaffRole;

/**
 * Makes the first system administrator where an installation has none: with the configured password, else with one that
 * is generated, handed over once, and has to be changed. A configured password is its owner's own and stays.
 */
@Singleton
@Startup
@DependsOn("OrganizationFounding")
public class FirstAdministrators {

    private static final Logger LOG = System.getLogger(FirstAdministrators.class.getName());

    @Inject
    StaffTable staff;

    @Inject
    StaffPasswords passwords;

    @Inject
    FirstPassword firstPassword;

    @Inject
    Organizations organizations;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    void make() {
        makeFor(organizations.first());
    }

    void makeFor(Organization organization) {
        if (staff.lockAdministrators(organization.id()).isEmpty()) {
            String user = StaffName.folded(settings.administrator().user());
            settings.administrator()
                    .password()
                    .ifPresentOrElse(
                            password -> insertWithConfigured(organization, user, password),
                            () -> insertWithMadeUp(organization, user));
        }
    }

    /** One that staff might not choose themselves is taken too: it is said, not refused. */
    private void insertWithConfigured(Organization organization, String user, String password) {
        if (insert(organization, user, password, false)
                && StaffPasswords.objection(password, user).isPresent()) {
            LOG.log(
                    Level.WARNING,
                    "anpi.admin.password would be refused to staff as too short or too simple ({0} to {1} characters);"
                            + " change it on the staff pages before others reach them",
                    StaffAccounts.SHORTEST_PASSWORD,
                    StaffAccounts.LONGEST_PASSWORD);
        }
    }

    private void insertWithMadeUp(Organization organization, String user) {
        String password = StaffPasswords.madeUp();
        if (insert(organization, user, password, true)) {
            LOG.log(
                    Level.WARNING,
                    "The first system administrator is {0}. The generated password was left in {1}: whoever starts Anpi"
                            + " with ./anpi serve reads it there once, and the file is gone; else it stands there until"
                            + " the password was changed",
                    user,
                    firstPassword.keep(password));
        }
    }

    /** False where another node has done it at the same moment. */
    private boolean insert(Organization organization, String user, String password, boolean toChange) {
        return staff.insert(
                        organization.id(),
                        user,
                        Words.of("staff.first", user),
                        StaffRole.SYSTEM_ADMINISTRATOR,
                        passwords.hashed(password),
                        toChange,
                        null,
                        clock.instant())
                .isPresent();
    }
}
