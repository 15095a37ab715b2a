package jp.anpi.membership.internal;

import static jp.anpi.membership.internal.Town.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.anpi.foundation.FirstPasswordFile;
import jp.anpi.membership.StaffSignIn.Presence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first account is there from the first start on, and its password is told to one person only. */
class FirstAdministratorsTest {

    @TempDir
    Path data;

    @Test
    void a_configured_password_is_good_and_need_not_be_changed() {
        Town town = start("root-a", Map.of("anpi.admin.password", "configured"));

        assertThat(signIn(town, "root-a", "configured"))
                .hasValueSatisfying(
                        presence -> assertThat(presence.passwordToChange()).isFalse());
        assertThat(FirstPasswordFile.in(data).path()).doesNotExist();
    }

    @Test
    void a_generated_password_is_handed_over_once_in_a_file_of_its_owner_alone_and_has_to_be_changed()
            throws Exception {
        Town town = start("root-b", Map.of());
        FirstPasswordFile file = FirstPasswordFile.in(data);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");

        String password = file.take().orElseThrow();

        assertThat(file.take()).isEmpty();
        assertThat(signIn(town, "root-b", password))
                .hasValueSatisfying(
                        presence -> assertThat(presence.passwordToChange()).isTrue());
    }

    @Test
    void a_second_start_makes_nobody_and_changes_no_password() throws Exception {
        Town town = start("root-c", Map.of("anpi.admin.password", "configured"));

        make(town);

        assertThat(signIn(town, "root-c", "configured")).isPresent();
        assertThat(town.count("select count(*) from staff where organization_id = ?", town.id()))
                .isOne();
    }

    private Town start(String user, Map<String, String> given) {
        Map<String, String> properties = new HashMap<>(given);
        properties.put("anpi.admin.user", user);
        properties.put("anpi.data.dir", data.toString());
        Town town = new Town(properties);
        make(town);
        return town;
    }

    private static void make(Town town) {
        town.use(beans -> new StaffBeans(beans, town).first.makeFor(town.organization()));
    }

    private static Optional<Presence> signIn(Town town, String user, String password) {
        return town.in(beans -> new StaffBeans(beans, town).signIn.signIn(user, password, "::1", NOON));
    }
}
