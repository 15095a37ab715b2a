package jp.anpi.container.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.anpi.container.host.Checkout;
import jp.anpi.container.host.PayaraServer;
import jp.anpi.launcher.Await;
import jp.anpi.launcher.demo.DevClock;
import jp.anpi.launcher.demo.Resident;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Two domains with the same archive on one database (E-18): work is done once, and one of them may die. */
@EnabledIfSystemProperty(named = "anpi.test.full", matches = "true")
class TwoNodesTest {

    private static final int PEOPLE = 12;
    private static final Instant MORNING = Instant.parse("2026-11-21T23:00:00Z");

    @Test
    void two_nodes_ask_everybody_once_and_one_goes_on_when_the_other_is_killed_E18() {
        try (MachineRoom room = new MachineRoom("anpi-node-1");
                PayaraServer other = PayaraServer.started("anpi-node-2")) {
            room.install(MachineRoom.START);
            List<Resident> people = IntStream.range(0, PEOPLE)
                    .mapToObj(i -> room.phones().resident("住民" + i).registerAsParticipant())
                    .toList();
            other.configure(room.settings(MachineRoom.START), Checkout.archive())
                    .ok();
            other.awaitReady();
            DevClock first = room.phones().clock();
            DevClock second = new DevClock(other.address());

            both(() -> first.advanceTo(MORNING), () -> second.advanceTo(MORNING));
            assertThat(people).allMatch(person -> questions(person) == 1);
            people.forEach(person -> person.press("OK"));

            Instant next = MORNING.plus(Duration.ofDays(1));
            CompletableFuture<Void> doomed =
                    CompletableFuture.runAsync(() -> first.advanceTo(next)).exceptionally(killed -> null);
            room.server().kill9();
            doomed.join();
            room.phones().line().webhookUrl(java.net.URI.create(other.address() + "/line/webhook"));
            second.advanceTo(next.plus(Duration.ofMinutes(20)));

            assertThat(Await.until(
                            Duration.ofSeconds(30), () -> people.stream().allMatch(person -> questions(person) == 2)))
                    .as("asked once more, each once: "
                            + people.stream().map(TwoNodesTest::questions).toList())
                    .isTrue();
            assertThat(room.column("select state from check_in where state <> 'CONFIRMED'"))
                    .hasSize(PEOPLE)
                    .containsOnly("SENT");
            people.get(0).phone().press("OK");
            second.settle();
            assertThat(room.column("select state from check_in where state = 'CONFIRMED'"))
                    .hasSize(PEOPLE + 1);
        }
    }

    private static void both(Runnable one, Runnable other) {
        CompletableFuture.allOf(CompletableFuture.runAsync(one), CompletableFuture.runAsync(other))
                .join();
    }

    private static long questions(Resident resident) {
        return resident.phone().received().stream()
                .filter(message -> message.labels().contains("連絡がほしい"))
                .count();
    }
}
