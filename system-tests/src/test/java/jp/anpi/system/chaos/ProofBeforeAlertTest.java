package jp.anpi.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import jp.anpi.simulator.traffic.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the system clock, where what falls due is worked side by side: contact is proven before silence counts (E-8). */
class ProofBeforeAlertTest {

    private static final Duration LINES_TIME_TO_TRY = Duration.ofSeconds(5);

    private Region region;
    private Neighbourhood neighbourhood;

    @BeforeEach
    void one_household() {
        region = Region.of(1).startAll();
        region.webhooksTo(region.node(1));
        neighbourhood = Neighbourhood.of(1, region);
        neighbourhood.readAll();
    }

    @AfterEach
    void end() {
        region.close();
    }

    @Test
    void e8_no_alert_overtakes_the_question_whether_we_can_hear() {
        Household household = neighbourhood.household(1);
        neighbourhood.isDue(household);
        questionsCame(household, 1);
        neighbourhood.pass(Duration.ofHours(24));
        // So that LINE is known to answer.
        questionsCame(household, 2);

        nothingWasHeardForAnHour();
        region.line().webhookUrl(URI.create("http://localhost:1/line/webhook"));
        region.line().faults().begin(Fault.slow(LINES_TIME_TO_TRY).onPath("/v2/bot/channel/webhook/test"));
        neighbourhood.pass(Duration.ofHours(4));
        Patience.until(
                Neighbourhood.WITHIN_SECONDS,
                "the webhook is known to be out of reach",
                () -> region.rows()
                                .count(
                                        "select count(*) from channel_contact where way = 'IN' and failed_since is not null")
                        == 1);
        assertThat(household.watcher().alerts()).as(household.toString()).isZero();

        region.webhooksTo(region.node(1));
        region.line().faults().clear();
        Patience.until(
                Neighbourhood.WITHIN_SECONDS,
                () -> "the alert, late rather than lost: " + household,
                () -> household.watcher().alerts() == 1);
    }

    private void questionsCame(Household household, int times) {
        Patience.until(
                Neighbourhood.WITHIN_SECONDS,
                () -> "asked " + times + " times: " + household,
                () -> household.participant().questions() == times);
        neighbourhood.quiet();
    }

    private void nothingWasHeardForAnHour() {
        region.rows()
                .change("update channel_contact set proven_at = proven_at - interval '1 hour',"
                        + " asked_at = asked_at - interval '1 hour' where way = 'IN'");
    }
}
