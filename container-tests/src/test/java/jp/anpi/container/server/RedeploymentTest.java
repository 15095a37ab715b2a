package jp.anpi.container.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jp.anpi.container.host.PayaraServer;
import jp.anpi.launcher.Await;
import jp.anpi.launcher.demo.Resident;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A newer version in place of the one that runs: the gap is an outage of ours, and nothing of the old one stays. */
@EnabledIfSystemProperty(named = "anpi.test.full", matches = "true")
class RedeploymentTest {

    private static final Instant ASKED = Instant.parse("2026-11-21T23:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Predicate<String> OURS =
            Pattern.compile("(?i)okhttp|okio|hibernate|flyway|postgres").asPredicate();

    @Test
    void running_check_ins_survive_an_update_and_the_gap_is_nobody_s_silence_E8() {
        try (MachineRoom room = new MachineRoom("anpi-update")) {
            room.install(MachineRoom.START);
            Resident mother = room.phones().resident("春子さん").registerAsParticipant();
            Resident daughter = room.phones().resident("美咲さん");
            daughter.addAccount().acceptInvitation(mother.inviteWatcher());
            room.phones().clock().advanceTo(ASKED);
            assertThat(questions(mother)).as("asked").isOne();

            Set<String> stored;
            try (Deliveries deliveries = Deliveries.begin(room.server().address(), room.phones())) {
                room.install(ASKED.plus(Duration.ofHours(28)));
                stored = deliveries.accepted();
            }

            assertThat(room.column("select id from webhook_event"))
                    .as("what was answered with 200")
                    .containsAll(stored);
            room.phones().clock().settle();
            assertThat(questions(mother)).as("asked again, once").isEqualTo(2);
            assertThat(alerts(daughter)).as("nobody could hear her").isZero();
            room.phones().clock().advance(Duration.ofHours(3));
            assertThat(alerts(daughter)).as("silent since").isOne();
            mother.press("OK");
            assertThat(room.column("select state from check_in")).containsOnlyOnce("CONFIRMED_LATE");
            nothingOfTheOldOneStays(room);
        }
    }

    private static void nothingOfTheOldOneStays(MachineRoom room) {
        PayaraServer server = room.server();
        int threads = server.threadNames().size();
        for (int update = 0; update < 3; update++) {
            room.install(ASKED.plus(Duration.ofDays(2 + update)));
        }
        assertThat(room.connections()).as("one pool").isLessThanOrEqualTo(40);
        assertThat(server.threadNames()).hasSizeLessThan(threads + 60);

        server.asadmin("undeploy", "anpi").ok();

        assertThat(Await.until(PATIENCE, () -> room.connections() == 0))
                .as("connections left")
                .isTrue();
        assertThat(Await.until(PATIENCE, () -> server.threadNames().stream().noneMatch(OURS)))
                .as("threads left")
                .isTrue();
    }

    private static long questions(Resident resident) {
        return resident.phone().received().stream()
                .filter(message -> message.labels().contains("連絡がほしい"))
                .count();
    }

    private static long alerts(Resident resident) {
        return resident.phone().received().stream()
                .filter(message -> message.labels().contains("対応します"))
                .count();
    }
}
