package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import jp.anpi.launcher.Await;
import jp.anpi.simulator.traffic.Fault;
import jp.anpi.simulator.traffic.FaultKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code /metrics} counts is what happened, and it tells nothing about anybody (E-20, E-21). */
@ExtendWith(CleanLogs.class)
class MetricsTest {

    private static final String TRANSITIONS = "anpi_check_in_transitions_total";
    private static final String DELIVERIES = "anpi_deliveries_total";
    private static final String OPEN = "anpi_incidents_open";
    private static final String MAIN = "organization=\"main\"";

    private final Town town = Town.shared();

    @AfterEach
    void line_is_as_before() {
        town.line().faults().clear();
        town.line().quota().unlimited();
    }

    @Test
    void e21_figures_follow_a_silence_its_alert_and_its_all_clear() {
        town.line().quota().limitTo(1_000_000);
        int hour = town.advanceToHalfPast();
        Person hana = town.participant("7日毎", hour);
        Person ren = hana.watcher();
        Metrics before = read(metrics -> true);

        town.advanceToNext(hour, 0);
        town.advanceHours(24);
        for (String path : List.of("/v2/bot/message/push", "/v2/bot/message/multicast")) {
            town.line().faults().begin(Fault.of(FaultKind.SERVICE_UNAVAILABLE).onPath(path));
        }
        town.advanceHours(3);
        Metrics waiting = read(metrics -> metrics.value("anpi_outbox_waiting", "priority=\"alert\"") >= 1);
        assertThat(waiting.value(OPEN, MAIN)).isEqualTo(before.value(OPEN, MAIN) + 1);
        assertThat(grown(before, waiting, DELIVERIES, "kind=\"ALERT\"", "outcome=\"unavailable\""))
                .isGreaterThanOrEqualTo(1);
        town.line().faults().clear();
        town.advance(Duration.ofMinutes(15));
        assertThat(ren.news()).hasSize(1).allMatch(Person::isAlert);
        hana.press("OK");
        town.settle();

        Metrics after = read(metrics -> metrics.value(OPEN, MAIN) == before.value(OPEN, MAIN));
        assertThat(after.contentType()).startsWith("text/plain");
        assertThat(grown(before, after, DELIVERIES, "kind=\"ALERT\"", "outcome=\"accepted\""))
                .isGreaterThanOrEqualTo(1);
        assertThat(grown(before, after, DELIVERIES, "kind=\"ALL_CLEAR\"", "outcome=\"accepted\""))
                .isGreaterThanOrEqualTo(1);
        assertThat(grown(before, after, "anpi_answers_total", "kind=\"ok\"", "source=\"button\""))
                .isEqualTo(1);
        for (String transition : List.of("came_due", "question_accepted", "asked_again", "step_reached")) {
            assertThat(grown(before, after, TRANSITIONS, "transition=\"" + transition + "\""))
                    .as(transition)
                    .isGreaterThanOrEqualTo(1);
        }
        assertThat(grown(before, after, TRANSITIONS, "transition=\"ok_after_alert\""))
                .isEqualTo(1);
        assertThat(grown(before, after, "anpi_webhook_events_total", "outcome=\"worked\""))
                .isGreaterThanOrEqualTo(1);
        assertThat(grown(before, after, "anpi_webhook_requests_total", "receipt=\"stored\""))
                .isGreaterThanOrEqualTo(1);
        assertThat(after.text())
                .doesNotContain(hana.phone().userId(), ren.phone().userId());
        tellsWhatNothingHappensTo(after);
    }

    private static void tellsWhatNothingHappensTo(Metrics metrics) {
        assertThat(metrics.value("anpi_database_answers")).isOne();
        assertThat(metrics.value("anpi_quota_limit", MAIN)).isPositive();
        assertThat(metrics.value("anpi_quota_remaining", MAIN))
                .isEqualTo(metrics.value("anpi_quota_limit", MAIN) - metrics.value("anpi_quota_used", MAIN));
        assertThat(metrics.text())
                .contains("anpi_heartbeat_age_seconds{")
                .contains("anpi_outbox_oldest_seconds{")
                .contains("anpi_due_lag_seconds{")
                .contains("kind=\"incident-follow-up\"")
                .contains("anpi_set_aside{");
    }

    private static double grown(Metrics before, Metrics after, String name, String... labels) {
        return after.value(name, labels) - before.value(name, labels);
    }

    /** Figures are kept for a few seconds, so what is awaited may come a little later. */
    private Metrics read(Predicate<Metrics> awaited) {
        Metrics[] last = new Metrics[1];
        assertThat(Await.until(Duration.ofSeconds(15), () -> {
                    last[0] = Metrics.of(town);
                    return awaited.test(last[0]);
                }))
                .as(() -> "not so:\n" + last[0].text())
                .isTrue();
        return last[0];
    }
}
