package jp.anpi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeploymentWatchTest {

    private final DeploymentWatch watch = new DeploymentWatch();

    @Test
    void says_nothing_before_the_server_does() {
        read("2026-11-22T07:00:00.000+0900 INFO PayaraMicro Built Payara Micro Runtime");

        assertThat(watch.outcome()).isNotDone();
    }

    @Test
    void is_content_when_the_server_is_ready() {
        read("2026-11-22T07:00:00.000+0900 INFO PayaraMicro Payara Micro 6.2025.10 (build 42) ready in 5,527 (ms)");

        assertThat(watch.outcome().join()).isEmpty();
    }

    @Test
    void names_the_deepest_cause_of_a_failed_deployment() {
        read(
                "2026-11-22T07:00:00.000+0900 SEVERE javax.enterprise.system.core Exception during lifecycle processing",
                "jakarta.ejb.EJBException: jakarta.ejb.CreateException: Initialization failed for Singleton B",
                "\tat com.sun.ejb.containers.AbstractSingletonContainer.x(AbstractSingletonContainer.java:598)",
                "Caused by: jakarta.ejb.CreateException: Initialization failed for Singleton B",
                "\t... 28 more",
                "Caused by: java.lang.IllegalStateException: no key",
                "2026-11-22T07:00:00.000+0900 SEVERE javax.enterprise.system.core Exception while loading the app",
                "2026-11-22T07:00:01.000+0900 INFO PayaraMicro Payara Micro 6.2025.10 (build 42) ready in 5,527 (ms)");

        assertThat(watch.outcome().join()).contains("java.lang.IllegalStateException: no key");
    }

    @Test
    void says_where_a_dependency_is_missing() {
        read(
                "org.jboss.weld.exceptions.DeploymentException: WELD-001408: Unsatisfied dependencies for type A",
                "  at injection point [BackedAnnotatedField] @Inject private B.a",
                "2026-11-22T07:00:00.000+0900 SEVERE javax.enterprise.system.core Exception while loading the app");

        assertThat(watch.outcome().join().orElseThrow()).contains("type A").endsWith("@Inject private B.a");
    }

    @Test
    void takes_the_reason_from_the_line_itself_where_nothing_was_thrown() {
        read("2026-11-22T07:00:00.000+0900 SEVERE x Exception while loading the app : no such archive");

        assertThat(watch.outcome().join()).contains("no such archive");
    }

    /** A wrong migration, say: the server goes on without the application, and calls itself ready. */
    @Test
    void sees_that_the_application_could_not_be_prepared() {
        read(
                "2026-11-22T07:00:00.000+0900 SEVERE javax.enterprise.system.core Exception while preparing the app",
                "jakarta.persistence.PersistenceException: [PersistenceUnit: anpi] Unable to build",
                "Caused by: org.flywaydb.core.api.FlywayException: two of a kind",
                "2026-11-22T07:00:00.000+0900 SEVERE javax.enterprise.system.core Exception while preparing the app :"
                        + " [PersistenceUnit: anpi] Unable to build",
                "2026-11-22T07:00:01.000+0900 INFO PayaraMicro Payara Micro 6.2025.10 (build 42) ready in 5,527 (ms)");

        assertThat(watch.outcome().join()).contains("org.flywaydb.core.api.FlywayException: two of a kind");
    }

    @Test
    void knows_a_setting_that_the_product_refused_from_any_other_failure() {
        read(
                "2026-11-22T07:00:00.000+0900 SEVERE javax.enterprise.system.core Startup of singleton failed",
                "jakarta.ejb.EJBException: jakarta.ejb.CreateException: Initialization failed",
                "\tat com.sun.ejb.containers.AbstractSingletonContainer.createSingletonEJB(X.java:1)",
                "Caused by: jp.anpi.foundation.InvalidSettingException: anpi.organization.key = 'b' is not possible."
                        + " Allowed: a, the organization for which this database was made",
                "2026-11-22T07:00:00.000+0900 SEVERE javax.enterprise.system.core Exception while loading the app : x");

        assertThat(watch.wrongSetting())
                .contains("anpi.organization.key = 'b' is not possible."
                        + " Allowed: a, the organization for which this database was made");
    }

    @Test
    void takes_no_other_failure_for_a_wrong_setting() {
        read("Caused by: java.lang.IllegalStateException: no", "x SEVERE y Exception while loading the app : z");

        assertThat(watch.wrongSetting()).isEmpty();
    }

    private void read(String... lines) {
        Stream.of(lines).forEach(watch::line);
    }
}
