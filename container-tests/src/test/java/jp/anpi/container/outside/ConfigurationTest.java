package jp.anpi.container.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jp.anpi.container.host.PayaraServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** {@code payara-config/configure-server.sh} on a running server: it sets what the file says, however often. */
@EnabledIfSystemProperty(named = "anpi.test.full", matches = "true")
class ConfigurationTest extends Outside {

    private static final String DATABASE = "jdbc:postgresql://db.example/anpi?a=1&b=%20";
    private static final String HORRID = "p\\a\"s's $w{o}r=d #!:;,~`%^&*()<>?|あ ${user.home}\\${x}\\";

    private final PayaraServer server = PayaraServer.ofPremises();

    @Test
    void the_script_may_be_run_again_and_forgets_what_the_file_no_longer_says() {
        server.configure(Map.of("anpi.db.url", DATABASE, "anpi.admin.password", HORRID, "anpi.admin.user", "root"))
                .ok();
        String once = server.configuration();
        assertThat(once)
                .contains("payara.microprofile.anpi.admin.user", "payara.microprofile.anpi.admin.password")
                .contains("a=1&amp;b=%20", "あ \\$\\{user.home\\}\\\\$\\{x\\}\\");

        Map<String, String> less = Map.of("anpi.db.url", DATABASE, "anpi.admin.password", HORRID);
        server.configure(less).ok();
        String twice = server.configuration();
        assertThat(twice).isNotEqualTo(once).doesNotContain("anpi.admin.user");
        server.configure(less).ok();
        assertThat(server.configuration()).isEqualTo(twice);

        assertThat(server.status("/health/ready")).isEqualTo(200);
    }

    @Test
    void what_is_no_property_or_names_no_database_is_refused_before_anything_is_set() {
        String before = server.configuration();
        var slip = server.configure(Map.of("anpi.db.url", DATABASE, "anpi.db.pasword", "x"));
        assertThat(slip.exitCode()).isNotZero();
        assertThat(slip.output()).contains("anpi.db.pasword is no property of Anpi");
        var incomplete = server.configure(Map.of("anpi.db.user", "x"));
        assertThat(incomplete.exitCode()).isNotZero();
        assertThat(incomplete.output()).contains("anpi.db.url");
        assertThat(server.configuration()).isEqualTo(before);
    }
}
