package jp.anpi.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the product asks of each of its connections, whatever the server is set to. */
class PatienceOfPostgresTest extends InContainer {

    @Inject
    private Jdbi jdbi;

    @Test
    @DisplayName("E-18: a node that froze with claimed rows loses them after a minute, on any server")
    void a_transaction_may_be_idle_for_a_minute_and_no_longer() {
        String said = jdbi.withHandle(handle -> handle.createQuery("select setting || ' ' || source from pg_settings"
                        + " where name = 'idle_in_transaction_session_timeout'")
                .mapTo(String.class)
                .one());
        assertThat(said).isEqualTo("60000 session");
    }
}
