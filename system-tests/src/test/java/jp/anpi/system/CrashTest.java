package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import jp.anpi.simulator.traffic.Fault;
import jp.anpi.simulator.traffic.LoggedRequest;
import jp.anpi.system.chaos.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A crash anywhere neither loses a message nor shows it twice (E-17, E-18); SIGTERM leaves nothing half done. */
class CrashTest {

    private static final String MULTICAST = "/v2/bot/message/multicast";

    private final Town town = Town.shared();
    private final List<Person> people = new ArrayList<>();

    /** Requests of others in the same town. */
    private int earlier;

    @BeforeEach
    void a_wave_is_coming() {
        Rest.of(town);
        town.advanceToNext(7, 0);
        for (int i = 0; i < 12; i++) {
            people.add(town.participant("毎日", 8).readAll());
        }
        earlier = town.line().requests().all().size();
    }

    @AfterEach
    void line_works() {
        town.line().faults().clear();
    }

    @Test
    void e17_kill_in_mid_wave_loses_nobody_and_asks_nobody_twice() {
        Instant wave = nextWave();
        town.line()
                .faults()
                .begin(Fault.slow(Duration.ofSeconds(3)).onPath(MULTICAST).forNext(1));
        CompletableFuture<Void> advancing = advancingToTheWave();
        awaitSending();
        town.kill9();
        advancing.handle((done, failed) -> null).join();
        town.line().faults().clear();

        town.startAt(wave);
        town.settle();
        town.advanceMinutes(30);
        everybodyWasAskedOnceAt(wave);

        // Nobody is alarmed by it either: the clock runs from the acceptance, which is this wave.
        assertThat(town.records()
                        .count(
                                "select count(*) from check_in where state in ('PENDING', 'HELD')"
                                        + " and opened_at >= ?::timestamptz",
                                wave.toString()))
                .isZero();
    }

    /** LINE has taken the wave's first request, and says nothing for longer than anybody waits for a stop. */
    @Test
    void e17_sigterm_in_mid_wave_while_line_hangs_ends_in_time_with_nothing_half_done() {
        Instant wave = nextWave();
        town.line()
                .faults()
                .begin(Fault.slow(Duration.ofSeconds(60)).onPath(MULTICAST).forNext(1));
        CompletableFuture<Void> advancing = advancingToTheWave();
        awaitSending();
        long began = System.nanoTime();
        town.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
        advancing.handle((done, failed) -> null).join();
        town.line().faults().clear();

        town.startAt(wave);
        town.settle();
        town.advanceMinutes(30);
        everybodyWasAskedOnceAt(wave);
    }

    private Instant nextWave() {
        return town.now().plus(Duration.ofHours(1));
    }

    private CompletableFuture<Void> advancingToTheWave() {
        return CompletableFuture.runAsync(() -> town.advanceHours(1));
    }

    /** Until LINE has a request of the wave in its hands: the fault is used up. */
    private void awaitSending() {
        Patience.until(
                Duration.ofMinutes(2),
                "a request of the wave",
                () -> town.line().faults().inForce().isEmpty());
    }

    private void everybodyWasAskedOnceAt(Instant wave) {
        for (Person person : people) {
            assertThat(Person.times(person.questions())).hasSize(1).allMatch(at -> !at.isBefore(wave));
        }
        Map<String, Integer> acceptedByKey = new HashMap<>();
        town.line().requests().all().stream()
                .skip(earlier)
                .filter(CrashTest::asks)
                .forEach(request -> acceptedByKey.merge(request.retryKey().orElseThrow(), 1, Integer::sum));
        assertThat(acceptedByKey.values()).containsOnly(1);
    }

    private static boolean asks(LoggedRequest request) {
        return request.accepted() && request.path().matches("/v2/bot/message/(push|multicast)");
    }
}
