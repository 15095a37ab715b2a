package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import jp.anpi.system.chaos.LongForm;
import org.junit.jupiter.api.Test;

/** What fails is logged and kept without whose it was, and what they typed goes at last. */
class QuietFailureTest {

    private static final String TYPED = "おなかが痛いです";

    @Test
    void no_log_keeps_what_a_failing_event_held() throws SQLException {
        Town town = ProvingGround.town();
        Person unworked = somebody_fails(town);

        assertThat(town.records()
                        .column(
                                "select state from webhook_event where line_user_id = ?",
                                unworked.phone().userId()))
                .containsExactly("SET_ASIDE");
        QuietLogs logs = QuietLogs.of(town.directory()).saysNothingAbout(town, TYPED);
        assertThat(logs.contain("could not be stored")).isTrue();
        assertThat(logs.contain("PSQLException 23514")).isTrue();
        assertThat(town.records()
                        .column(
                                "select s.error from set_aside s join webhook_event e on e.id = s.row_key"
                                        + " where s.work = 'webhook' and s.next_attempt_at is null"
                                        + " and e.line_user_id = ?",
                                unworked.phone().userId()))
                .as("given up, and shown to staff")
                .singleElement()
                .asString()
                .contains("PSQLException 23514");
    }

    @LongForm
    @Test
    void the_years_do_not_keep_what_a_failing_event_held() throws SQLException {
        try (Town town = Town.with(Map.of())) {
            somebody_fails(town);

            // A month at once: every hour of it would be walked otherwise.
            town.stop();
            town.startAt(town.now().plus(Duration.ofDays(32)));
            town.settle();
            assertThat(town.records().count("select count(*) from webhook_event"))
                    .isOne();
            town.advance(Duration.ofDays(3));
            assertThat(town.records().count("select count(*) from webhook_event"))
                    .isZero();
            assertThat(town.records().count("select count(*) from set_aside")).isZero();
        }
    }

    @Test
    void a_page_that_fails_tells_nothing() {
        Town town = ProvingGround.town();
        StaffVisitor administrator = new StaffVisitor(town.address());
        administrator.signIn("admin", Town.STAFF_PASSWORD);
        assertThat(administrator.get("/admin/log").statusCode()).isEqualTo(200);
        town.records().change("alter table audit_entry rename to hidden_entry");
        HttpResponse<String> answer = administrator.get("/admin/log");
        town.records().change("alter table hidden_entry rename to audit_entry");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("<h1>")
                .doesNotContain("Exception", "audit_entry", "hidden_entry", "Payara", "at jp.anpi", "jdbi");
    }

    /** @return of two whose events fail the one whose event was stored */
    private static Person somebody_fails(Town town) throws SQLException {
        Person unworked = town.person();
        Person unstored = town.person();
        refuse(town, "conversation", "line_user_id", unworked.phone().userId());
        refuse(town, "webhook_event", "line_user_id", unstored.phone().userId());

        unworked.phone().type(TYPED);
        unstored.phone().type(TYPED);
        town.advanceHours(26);
        return unworked;
    }

    private static void refuse(Town town, String table, String column, String value) throws SQLException {
        Records records = town.records();
        try (Connection connection = DriverManager.getConnection(records.url(), records.user(), records.password());
                Statement statement = connection.createStatement()) {
            statement.execute("alter table %s add constraint %s_refuses check (%s <> '%s')"
                    .formatted(table, table, column, value));
        }
    }
}
