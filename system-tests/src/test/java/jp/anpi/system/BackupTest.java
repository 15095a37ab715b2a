package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.anpi.launcher.Main;
import jp.anpi.simulator.traffic.Fault;
import jp.anpi.simulator.traffic.FaultKind;
import jp.anpi.simulator.traffic.LoggedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A town whose machine is lost goes on from its backup on another one: what was under way when the backup was made
 * reaches nobody twice (E-17), and the time since is an outage of ours (E-8).
 */
class BackupTest {

    @TempDir
    private Path place;

    @Test
    void e8_town_restored_from_its_backup_asks_nobody_twice_and_alarms_nobody_wrongly() {
        try (Town town = Town.with(Map.of("anpi.log.format", "json"))) {
            town.advanceToNext(7, 0);
            Person silent = town.participant("7日毎", 8);
            silent.type("ニックネーム").type("はなこ太郎").press("はい");
            Person silentsWatcher = silent.watcher();
            Person answersTooLate = town.participant("7日毎", 8);
            Person answersWatcher = answersTooLate.watcher();
            Person underWay = town.participant("7日毎", 12);
            Person underWaysWatcher = underWay.watcher();
            town.advanceToNext(8, 0);
            for (String path : List.of("/v2/bot/message/push", "/v2/bot/message/multicast")) {
                town.line()
                        .faults()
                        .begin(Fault.of(FaultKind.SERVER_ERROR_AFTER_ACCEPT)
                                .onPath(path)
                                .forNext(1));
            }
            town.advanceToNext(12, 0);
            town.line().faults().clear();
            everybody(silent, silentsWatcher, answersTooLate, answersWatcher, underWay, underWaysWatcher)
                    .forEach(Person::readAll);

            Path backup = place.resolve("anpi.backup");
            assertThat(anpi("backup", backup, town)).contains("Backed up").contains("personal data");
            Instant madeAt = town.now();
            town.advanceMinutes(1);
            answersTooLate.press("OK");
            town.kill9();

            QuietLogs.of(town.directory()).saysNothingAbout(town);
            town.moveTo(place.resolve("new-machine"));
            assertThat(anpi("restore", backup, town)).contains("Restored").contains("outage");
            town.startAt(madeAt.plus(Duration.ofHours(22)));
            town.settle();

            assertThat(underWay.questions()).as("LINE had taken it before").isEmpty();
            assertThat(acceptedTwice(town))
                    .as("retry keys that LINE took twice")
                    .isEmpty();
            assertThat(silent.questions()).as("asked again after the outage").hasSize(1);
            assertThat(answersTooLate.questions()).hasSize(1);
            answersTooLate.press("OK");
            town.advance(Duration.ofHours(3).minusSeconds(1));
            assertThat(silentsWatcher.news()).isEmpty();
            town.advance(Duration.ofSeconds(1));
            assertThat(silentsWatcher.news()).hasSize(1).allMatch(Person::isAlert);
            town.advanceHours(3);
            assertThat(answersWatcher.news()).isEmpty();
            assertThat(underWaysWatcher.news()).isEmpty();

            QuietLogs.of(place.resolve("new-machine")).saysNothingAbout(town);

            Person newcomer = town.participant("7日毎", 8);
            town.advanceToNext(8, 0);
            assertThat(newcomer.questions())
                    .as("who comes later finds everything in its place")
                    .hasSize(1);
        }
    }

    private static Stream<Person> everybody(Person... people) {
        return Stream.of(people);
    }

    private static List<String> acceptedTwice(Town town) {
        List<String> keys = town.line().requests().matching(LoggedRequest::accepted).stream()
                .flatMap(request -> request.retryKey().stream())
                .toList();
        return keys.stream()
                .filter(key -> keys.indexOf(key) != keys.lastIndexOf(key))
                .toList();
    }

    private static String anpi(String command, Path file, Town town) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream paper = new PrintStream(printed, true, StandardCharsets.UTF_8);
        String[] words = {
            command, file.toString(), "--config", town.configuration().toString()
        };
        int code = Main.run(words, paper, paper);
        String text = printed.toString(StandardCharsets.UTF_8);
        assertThat(code).as(text).isZero();
        return text;
    }
}
