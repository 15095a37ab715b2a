package jp.anpi.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import jp.anpi.simulator.traffic.Fault;
import jp.anpi.simulator.traffic.FaultKind;
import jp.anpi.simulator.traffic.LoggedRequest;
import jp.anpi.simulator.traffic.RequestWatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two nodes on one database: whatever happens to one of them changes nothing but latency (E-18), and what happens to all
 * of them loses nothing (E-17). A day that went wrong is lived again with its seed, {@code -Danpi.chaos.seed=}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesTest {

    private static final String SENDING = "/v2/bot/message/";
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration POSTGRES_PATIENCE = Duration.ofSeconds(90);
    private static final Duration LONGER_THAN_ANYTHING_HOLDS = Duration.ofSeconds(11);

    private static final boolean FULL = Boolean.getBoolean("anpi.test.full");
    private static final long SEED =
            Long.getLong("anpi.chaos.seed", FULL ? new SecureRandom().nextInt(1_000_000) : 20261129);
    private static final int ROUNDS = Integer.getInteger("anpi.chaos.rounds", FULL ? 60 : 1);

    /** One day in so many is one on which the power fails. */
    private static final int POWER_FAILS_EVERY = 4;

    private Region region;
    private Neighbourhood neighbourhood;
    private String logsOfTheStart = "";

    /** Both at the same moment, on an empty database. */
    @BeforeAll
    void two_nodes_start_at_once_on_an_empty_database() {
        region = Region.of(2).startAll();
        region.nodes().forEach(node -> logsOfTheStart += contentOf(node.log().toFile()));
        region.webhooksTo(region.node(1));
        neighbourhood = Neighbourhood.of(4, region);
    }

    @AfterAll
    void end() {
        region.close();
    }

    @BeforeEach
    void all_is_well() {
        region.heal();
        region.webhooksTo(region.node(1));
        neighbourhood.readAll();
    }

    @AfterEach
    void everybody_is_well() {
        region.line().requests().unwatch();
        region.line().faults().clear();
        region.rows().change("update check_in_schedule set open_check_in_id = null, open_since = null");
        region.rows()
                .change("update check_in set state = 'CANCELLED', closed_at = opened_at, next_step_at = null"
                        + " where closed_at is null");
    }

    @Test
    void e18_a_start_of_two_at_once_makes_one_organization_and_no_error() {
        assertThat(region.rows().count("select count(*) from organization")).isEqualTo(1);
        assertThat(region.rows().count("select count(*) from check_in_offer")).isEqualTo(1);
        assertThat(region.rows().count("select count(*) from outage")).isZero();
        assertThat(logsOfTheStart.lines()).noneMatch(line -> line.contains("SEVERE") || line.contains("WARNING"));
    }

    /** Last: nobody after it has to wait until the node is there again. */
    @Test
    @Order(Integer.MAX_VALUE)
    void e18_killed_after_line_accepted_and_before_it_heard_of_it() {
        AtomicReference<Node> killed = new AtomicReference<>();
        CountDownLatch dead = new CountDownLatch(1);
        region.line().requests().watch(new RequestWatch() {
            @Override
            public void decided(LoggedRequest request) {
                if (request.path().startsWith(SENDING) && killed.compareAndSet(null, inMidTransaction())) {
                    killed.get().kill9();
                    dead.countDown();
                }
            }
        });
        neighbourhood.everybodyIsDue();
        await(dead);
        everybodyIsAskedOnce();
    }

    @Test
    @LongForm
    void e18_killed_before_line_accepted() {
        AtomicReference<Node> killed = new AtomicReference<>();
        CountDownLatch dead = new CountDownLatch(1);
        region.line().requests().watch(new RequestWatch() {
            @Override
            public boolean arrived(String path) {
                boolean strikes = path.startsWith(SENDING) && killed.compareAndSet(null, inMidTransaction());
                if (strikes) {
                    killed.get().kill9();
                    dead.countDown();
                }
                return !strikes;
            }
        });
        neighbourhood.everybodyIsDue();
        await(dead);
        everybodyIsAskedOnce();
    }

    /**
     * Frozen with an alert in its hands, and late by more than PostgreSQL has patience with a transaction: meanwhile the
     * person answered, and the watcher has read that all is well.
     */
    @Test
    void e6_a_frozen_node_that_wakes_up_does_not_send_what_is_no_longer_true() throws Exception {
        Household household = neighbourhood.household(1);
        toTheAlert(household);
        Node frozen;
        try (Rows.Hold hold = region.rows().hold("member", "access exclusive")) {
            region.rows().change("update outbox_message set next_attempt_at = created_at where state = 'READY'");
            frozen = sending();
            frozen.freeze();
        }
        long since = System.nanoTime();
        Node other = otherThan(frozen);
        Patience.until(
                Neighbourhood.WITHIN_SECONDS, "the frozen node's transaction is idle", () -> frozen.activity().stream()
                        .allMatch(what -> what.startsWith("idle in transaction")));
        // While the frozen node still has the alert in its hands: without it the other would send it, and be right.
        region.webhooksTo(other);
        answers(household);
        if (!FULL) {
            frozen.cutIdleTransactions();
        }
        Patience.until(POSTGRES_PATIENCE, "PostgreSQL ends the transaction", () -> !frozen.isInTransaction());
        neighbourhood.quiet();
        long until = since + LONGER_THAN_ANYTHING_HOLDS.toNanos();
        Patience.until(Neighbourhood.WITHIN_SECONDS, "frozen long enough", () -> System.nanoTime() > until);
        frozen.resume();
        Patience.until(Neighbourhood.WITHIN_SECONDS, "the node is awake", frozen::isUp);
        region.webhooksTo(frozen);
        household.participant().press("OK");
        neighbourhood.quiet();
        assertThat(household.watcher().alerts()).as(household.toString()).isZero();
    }

    /** The one row that both keep alive is no place to freeze with. */
    @Test
    void e18_a_node_frozen_at_the_heartbeat_stops_nobody() throws Exception {
        Node frozen;
        try (var connection = region.rows().connect()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("select from heartbeat for update");
            Patience.until(
                    Neighbourhood.WITHIN_SECONDS,
                    "both wait for the heartbeat",
                    () -> waiting("%heartbeat%").size() == 2);
            // Who came first gets the row next.
            frozen = waitingFor("%heartbeat%");
            frozen.freeze();
            connection.rollback();
        }
        neighbourhood.everybodyIsDue();
        everybodyIsAskedOnce();
        frozen.resume();
        Patience.until(Neighbourhood.WITHIN_SECONDS, "the node is awake", frozen::isUp);
        neighbourhood.quiet();
        everybodyIsAskedOnce();
        assertThat(region.rows().count("select count(*) from outage")).isZero();
    }

    @ParameterizedTest
    @LongForm
    @ValueSource(strings = {"PT5M", "PT-5M"})
    void e16_e18_a_node_whose_clock_is_off_does_no_due_work_and_the_other_goes_on(String off) {
        Household silent = neighbourhood.household(1);
        Household tapping = neighbourhood.household(2);
        asked(silent);
        asked(tapping);
        neighbourhood.pass(Duration.ofHours(24));
        Patience.until(
                Neighbourhood.WITHIN_SECONDS,
                "the reminder",
                () -> silent.participant().questions() == 2);
        neighbourhood.quiet();
        // Two minutes are left to answer; for a clock that is five minutes fast they are over.
        neighbourhood.pass(Duration.ofHours(3).minusMinutes(2));
        Node odd = region.node(2);
        odd.kill9();
        odd.with("anpi.profile", "dev").with("anpi.clock.offset", off).start();
        try {
            Patience.until(
                    START,
                    () -> "says what is wrong with its clock: " + odd.readiness(),
                    () -> odd.readiness().contains("the database's")
                            && odd.readiness().contains("DOWN"));
            // What is tapped there is stored there, and worked by the other.
            region.webhooksTo(odd);
            tapping.participant().press("OK");
            neighbourhood.quiet();
            assertThat(neighbourhood.isOpen(tapping)).isFalse();
            assertThat(neighbourhood.isOpen(silent)).isTrue();
            assertThat(silent.watcher().news()).isEmpty();
            assertThat(region.rows().count("select count(*) from outage")).isZero();
            assertThat(region.rows().count("select count(*) from heartbeat where alive_at > ?", inSeconds(2)))
                    .isZero();
        } finally {
            odd.kill9();
            odd.with("anpi.clock.offset", "PT0S");
        }
    }

    @Test
    void e8_postgresql_stopped_and_started_under_the_nodes() {
        region.database().stop();
        Household household = neighbourhood.household(1);
        assertThat(household.participant().phone().press("OK").status())
                .as("not stored is not 200")
                .isNotEqualTo(200);
        region.databaseAgain();
        Patience.until(
                Neighbourhood.WITHIN_SECONDS,
                "both are well again",
                () -> region.up().size() == 2);
        neighbourhood.everybodyIsDue();
        everybodyIsAskedOnce();
        household.participant().press("OK");
        neighbourhood.quiet();
        assertThat(neighbourhood.isOpen(household)).isFalse();
    }

    /** Nobody waits a quarter of an hour because a connection was lost: that is not the fault of any row (E-20). */
    @LongForm
    @Test
    void e20_all_connections_cut_in_mid_wave_set_nobody_aside() {
        CountDownLatch sending = new CountDownLatch(1);
        region.line().requests().watch(new RequestWatch() {
            @Override
            public void decided(LoggedRequest request) {
                if (request.path().startsWith(SENDING) && sending.getCount() > 0) {
                    region.nodes().forEach(Node::cut);
                    sending.countDown();
                }
            }
        });
        neighbourhood.everybodyIsDue();
        await(sending);
        everybodyIsAskedOnce();
    }

    /** Days full of mishaps, chosen by chance. */
    @Test
    void e17_e18_whatever_dies_whenever_nobody_is_missed_asked_twice_or_alarmed_for_nothing() {
        for (int round = 0; round < ROUNDS; round++) {
            long seed = SEED + round;
            boolean powerFails = seed % POWER_FAILS_EVERY == 0;
            System.out.println("Chaos: -Danpi.chaos.seed=" + seed + (powerFails ? ", the power fails" : ""));
            new Day(region, neighbourhood, new Chance(seed), powerFails).live();
        }
    }

    private void asked(Household household) {
        neighbourhood.isDue(household);
        Patience.until(
                Neighbourhood.WITHIN_SECONDS,
                "the question",
                () -> household.participant().questions() == 1);
        neighbourhood.quiet();
    }

    private void answers(Household household) {
        household.participant().press("OK");
        Patience.until(Neighbourhood.WITHIN_SECONDS, "the answer is taken", () -> !neighbourhood.isOpen(household));
    }

    private static OffsetDateTime inSeconds(long seconds) {
        return OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(seconds);
    }

    /** As far as an alert that LINE refused for a moment. */
    private void toTheAlert(Household household) {
        // Time passes for whoever is asked: the request that LINE refuses would be an alert about any of them.
        neighbourhood.households().stream().filter(neighbourhood::isOpen).forEach(this::answers);
        asked(household);
        neighbourhood.pass(Duration.ofHours(24));
        Patience.until(
                Neighbourhood.WITHIN_SECONDS,
                "the reminder",
                () -> household.participant().questions() == 2);
        neighbourhood.quiet();
        region.line()
                .faults()
                .begin(Fault.of(FaultKind.SERVICE_UNAVAILABLE).onPath(SENDING).forNext(1));
        neighbourhood.pass(Duration.ofHours(4));
        Patience.until(
                Neighbourhood.WITHIN_SECONDS,
                "an alert that waits",
                () -> region.rows()
                                .count(
                                        "select count(*) from outbox_message where state = 'READY' and last_error is not null")
                        == 1);
    }

    private void everybodyIsAskedOnce() {
        for (Household household : neighbourhood.households()) {
            Patience.until(
                    Neighbourhood.WITHIN_SECONDS,
                    () -> "asked: " + household,
                    () -> household.participant().questions() > 0);
        }
        neighbourhood.quiet();
        assertThat(neighbourhood.households())
                .allMatch(household -> household.participant().questions() == 1);
        Stream<String> keys = region
                .line()
                .requests()
                .matching(request -> request.accepted() && request.path().startsWith(SENDING + "multicast"))
                .stream()
                .map(request -> request.retryKey().orElseThrow());
        assertThat(keys.toList()).doesNotHaveDuplicates();
    }

    /** The node that is in the middle of a transaction while LINE has its request. */
    private Node inMidTransaction() {
        List<Node> sending =
                region.nodes().stream().filter(Node::isInTransaction).toList();
        return sending.get(0);
    }

    /**
     * The node that holds what it is about to send, and waits for whom it goes to. Whoever decides about a step looks up the
     * same, and holds nothing yet.
     */
    private Node sending() {
        String holding = "select a.application_name from pg_stat_activity a join pg_locks l on l.pid = a.pid"
                + " and l.relation = 'outbox_message'::regclass and l.mode = 'RowShareLock'"
                + " where a.wait_event_type = 'Lock' and a.query like '%line_user_id from member%'";
        Patience.until(Neighbourhood.WITHIN_SECONDS, "a node with an alert in its hands", () -> !region.rows()
                .column(holding)
                .isEmpty());
        return named(region.rows().column(holding).get(0));
    }

    private Node named(String name) {
        return region.nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The first node that waits for a lock with a statement like this. */
    private Node waitingFor(String statement) {
        Patience.until(Neighbourhood.WITHIN_SECONDS, "a node that waits for " + statement, () -> !waiting(statement)
                .isEmpty());
        return named(waiting(statement).get(0));
    }

    private List<String> waiting(String statement) {
        return region.rows()
                .column(
                        "select application_name from pg_stat_activity where application_name like 'node-%'"
                                + " and wait_event_type = 'Lock' and query like ? order by query_start",
                        statement);
    }

    private Node otherThan(Node node) {
        return region.nodes().stream()
                .filter(other -> other != node)
                .findFirst()
                .orElseThrow();
    }

    private static void await(CountDownLatch latch) {
        Patience.until(Neighbourhood.WITHIN_SECONDS, "the strike", () -> latch.getCount() == 0);
    }
}
